package org.anuyat.signing.service.trust;

import eu.europa.esig.dss.service.http.commons.CommonsDataLoader;
import eu.europa.esig.dss.service.http.proxy.ProxyConfig;
import eu.europa.esig.dss.service.http.proxy.ProxyProperties;
import java.time.Duration;
import org.anuyat.signing.service.SigningSettings.ProxySettings;
import org.jspecify.annotations.Nullable;

/**
 * How real authorities are reached.
 *
 * @param proxy null = directly
 * @param timeLimit for each request
 */
public record Network(@Nullable ProxySettings proxy, Duration timeLimit) {

    /** Sets it on a loader. */
    public <L extends CommonsDataLoader> L limit(L loader) {
        int milliseconds = Math.toIntExact(timeLimit.toMillis());
        loader.setTimeoutConnection(milliseconds);
        loader.setTimeoutConnectionRequest(milliseconds);
        loader.setTimeoutResponse(milliseconds);
        loader.setTimeoutSocket(milliseconds);
        if (proxy != null) {
            ProxyConfig config = new ProxyConfig();
            config.setHttpProperties(properties(proxy));
            config.setHttpsProperties(properties(proxy));
            loader.setProxyConfig(config);
        }
        return loader;
    }

    private static ProxyProperties properties(ProxySettings proxy) {
        ProxyProperties properties = new ProxyProperties();
        properties.setHost(proxy.host());
        properties.setPort(proxy.port());
        properties.setScheme("http");
        properties.setExcludedHosts(proxy.excluded());
        String user = proxy.user();
        String password = proxy.password();
        if (user != null && password != null) {
            properties.setUser(user);
            properties.setPassword(password.toCharArray());
        }
        return properties;
    }
}
