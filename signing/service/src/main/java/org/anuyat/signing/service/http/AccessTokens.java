package org.anuyat.signing.service.http;

import java.util.List;
import org.anuyat.signing.service.OnlyOverHttp;
import org.anuyat.signing.service.SigningSettings;
import org.anuyat.signing.service.SigningSettings.OAuth2Settings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.stereotype.Component;

/** Judges the access tokens that an authorization server gives to other systems (OAuth 2.0 client credentials, RFC 6749, 4.4). */
@Component
@OnlyOverHttp
class AccessTokens {

    private static final Logger LOG = LoggerFactory.getLogger(AccessTokens.class);

    private final @Nullable OAuth2Settings settings;
    private final @Nullable JwtDecoder decoder;

    AccessTokens(SigningSettings settings) {
        this.settings = settings.http().oauth2();
        // asked at the first call, not at start: the authorization server may be this very process
        this.decoder = this.settings == null ? null : new SupplierJwtDecoder(() -> decoder(this.settings));
    }

    private static JwtDecoder decoder(OAuth2Settings settings) {
        NimbusJwtDecoder decoder = settings.jwkSetUri() == null
                ? NimbusJwtDecoder.withIssuerLocation(settings.issuer()).build()
                : NimbusJwtDecoder.withJwkSetUri(settings.jwkSetUri()).build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                JwtValidators.createDefaultWithIssuer(settings.issuer()),
                new JwtClaimValidator<List<String>>(
                        "aud", audience -> audience != null && audience.contains(settings.audience()))));
        return decoder;
    }

    /** Whether a token opens the service. */
    boolean allow(String token) {
        if (decoder == null || settings == null || token.chars().filter(c -> c == '.').count() != 2) {
            return false;
        }
        try {
            return scopes(decoder.decode(token)).contains(settings.scope());
        } catch (JwtException e) {
            LOG.info("An access token was refused: {}", e.getMessage());
            return false;
        }
    }

    /** As RFC 8693 wants them, parted by blanks, or as a list. */
    private static List<String> scopes(Jwt token) {
        Object scope = token.getClaim("scope");
        if (scope instanceof String text) {
            return List.of(text.split(" "));
        }
        List<String> list = token.getClaimAsStringList("scope");
        return list == null ? List.of() : list;
    }
}
