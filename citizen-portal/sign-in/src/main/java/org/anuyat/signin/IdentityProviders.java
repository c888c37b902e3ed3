package org.anuyat.signin;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which identity provider proves whom.
 *
 * @param internalUrl how this process reaches the embedded provider; without it, by its own port
 * @param citizen the provider of citizens
 * @param officer the provider of officers
 */
@ConfigurationProperties("anuyat.identity")
record IdentityProviders(@Nullable String internalUrl, @DefaultValue Provider citizen, @DefaultValue Provider officer) {

    Provider of(Realm realm) {
        return switch (realm) {
            case CITIZEN -> citizen;
            case OFFICER -> officer;
        };
    }

    /**
     * One provider. Without an issuer it is the embedded one. Endpoints that are not given are read from the issuer's discovery
     * document at the first sign-in, so that a provider which is down does not keep the platform from starting.
     *
     * @param scopes what is asked for; ThaID and DGA need their own
     */
    record Provider(
            @Nullable String issuer,
            @Nullable String clientId,
            @Nullable String clientSecret,
            @DefaultValue({"openid", "profile"}) Set<String> scopes,
            @Nullable String authorizationUri,
            @Nullable String tokenUri,
            @Nullable String jwkSetUri,
            @Nullable String userInfoUri,
            @Nullable String endSessionUri) {

        boolean embedded() {
            return issuer == null;
        }
    }
}
