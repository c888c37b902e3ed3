package org.anuyat.signing.service.keys.configured;

import java.security.Provider;
import java.security.Security;
import org.anuyat.signing.service.OnlyHere;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Lets another library compute in the JDK's place, when {@code anuyat.signing.crypto} is {@code corretto}: Amazon Corretto
 * Crypto Provider signs two to three times as fast. Where it can't be loaded the JDK goes on computing.
 */
@Component
@OnlyHere
class CryptoProvider {

    private static final Logger LOG = LoggerFactory.getLogger(CryptoProvider.class);
    private static final String CORRETTO = "com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider";

    private final String wanted;

    CryptoProvider(@Value("${anuyat.signing.crypto:jdk}") String wanted) {
        if (!wanted.equals("jdk") && !wanted.equals("corretto")) {
            throw new IllegalStateException("anuyat.signing.crypto must be jdk or corretto, not " + wanted);
        }
        this.wanted = wanted;
    }

    /** Puts it first, once. */
    void install() {
        if (wanted.equals("jdk")) {
            return;
        }
        try {
            Provider provider =
                    (Provider) Class.forName(CORRETTO).getField("INSTANCE").get(null);
            Throwable broken =
                    (Throwable) provider.getClass().getMethod("getLoadingError").invoke(provider);
            if (broken != null) {
                LOG.warn("Amazon Corretto Crypto Provider doesn't load here ({}): the JDK computes", broken.getMessage());
            } else {
                Security.insertProviderAt(provider, 1);
                LOG.info("{} computes", provider.getInfo());
            }
        } catch (ReflectiveOperationException | LinkageError e) {
            LOG.warn("Amazon Corretto Crypto Provider isn't on the class path ({}): the JDK computes", e.toString());
        }
    }
}
