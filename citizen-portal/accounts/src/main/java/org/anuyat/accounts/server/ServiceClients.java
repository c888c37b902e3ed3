package org.anuyat.accounts.server;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Other systems that get access tokens with client credentials (RFC 6749, section 4.4), for the signing service above all: none
 * unless named.
 *
 * @param services by client identifier
 */
@ConfigurationProperties("anuyat.identity")
record ServiceClients(@DefaultValue Map<String, Service> services) {

    /**
     * A system.
     *
     * @param secret 32 characters or more; give it through the environment
     * @param scopes what its tokens may allow
     * @param audience what its tokens are meant for
     */
    record Service(
            @Nullable String secret,
            @DefaultValue("signing") List<String> scopes,
            @DefaultValue("anuyat-signing") String audience) {

        private static final int SHORTEST = 32;

        Service {
            if (secret == null || secret.length() < SHORTEST) {
                throw new IllegalStateException("anuyat.identity.services.*.secret must have at least 32 characters");
            }
        }

        @Override
        public String toString() {
            return "Service[scopes=" + scopes + ", audience=" + audience + "]";
        }
    }
}
