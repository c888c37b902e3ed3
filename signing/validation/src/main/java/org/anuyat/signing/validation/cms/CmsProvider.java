package org.anuyat.signing.validation.cms;

import eu.europa.esig.dss.cms.CMSUtils;
import eu.europa.esig.dss.cms.ICMSUtils;
import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

/**
 * Makes DSS use {@link PaddedCmsUtils}. DSS takes the first {@link ICMSUtils} that the context class loader finds; in a runnable
 * jar the libraries stand in the order of their names, where DSS's own comes first, so the order is nothing to rely on.
 */
public final class CmsProvider {

    private static final String SERVICE = "META-INF/services/" + ICMSUtils.class.getName();

    private static boolean installed;

    private CmsProvider() {}

    /**
     * Does it, once; before anything else of DSS is used.
     *
     * @throws IllegalStateException when DSS has made its choice already
     */
    public static synchronized void install() {
        if (installed) {
            return;
        }
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(new OnlyOurs(CmsProvider.class.getClassLoader()));
        try {
            Class.forName(CMSUtils.class.getName(), true, CmsProvider.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        } finally {
            thread.setContextClassLoader(before);
        }
        if (!PaddedCmsUtils.isInUse()) {
            throw new IllegalStateException("DSS was used before " + CmsProvider.class + " could tell it what to use");
        }
        installed = true;
    }

    private static final class OnlyOurs extends ClassLoader {

        OnlyOurs(ClassLoader parent) {
            super(parent);
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            return name.equals(SERVICE)
                    ? Collections.enumeration(List.of(CmsProvider.class.getResource("provider")))
                    : super.getResources(name);
        }
    }
}
