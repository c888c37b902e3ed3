package org.anuyat.signing.service.trust;

import eu.europa.esig.dss.service.http.commons.CommonsDataLoader;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Loads each list of an authority once: a list speaks about many certificates, and may be large. */
final class ListLoader extends CommonsDataLoader {

    private final transient Map<String, byte[]> loaded = new ConcurrentHashMap<>();

    @Override
    public byte[] get(String url) {
        byte[] known = loaded.get(url);
        if (known == null) {
            known = super.get(url);
            if (known != null) {
                loaded.put(url, known);
            }
        }
        return known;
    }
}
