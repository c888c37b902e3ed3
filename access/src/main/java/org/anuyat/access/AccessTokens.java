package org.anuyat.access;

import java.util.List;
import java.util.Objects;
import org.anuyat.access.Protection.Issuer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;

/** Judges the access tokens that an authorization server gives to other systems (OAuth 2.0 client credentials, RFC 6749, 4.4). */
final class AccessTokens {

    private static final Logger LOG = LoggerFactory.getLogger(AccessTokens.class);

    private final @Nullable JwtDecoder decoder;
    private final String scope;

    AccessTokens(@Nullable Issuer issuer, String audience, String scope) {
        if (issuer == null) {
            this.decoder = null;
            this.scope = scope;
            return;
        }
        this.scope = Objects.requireNonNullElse(issuer.scope(), scope);
        String meant = Objects.requireNonNullElse(issuer.audience(), audience);
        // asked at the first call, not at start: the authorization server may be this very process
        this.decoder = new SupplierJwtDecoder(() -> decoder(issuer, meant));
    }

    private static JwtDecoder decoder(Issuer settings, String meant) {
        NimbusJwtDecoder decoder = settings.jwkSetUri() == null
                ? NimbusJwtDecoder.withIssuerLocation(settings.issuer()).build()
                : NimbusJwtDecoder.withJwkSetUri(settings.jwkSetUri()).build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                JwtValidators.createDefaultWithIssuer(settings.issuer()),
                new JwtClaimValidator<List<String>>("aud", audience -> audience != null && audience.contains(meant))));
        return decoder;
    }

    /** What a token opens. */
    Admission admission(String token) {
        if (decoder == null || token.chars().filter(c -> c == '.').count() != 2) {
            return Admission.INVALID_TOKEN;
        }
        try {
            return scopes(decoder.decode(token)).contains(scope) ? Admission.GRANTED : Admission.INSUFFICIENT_SCOPE;
        } catch (BadJwtException e) {
            LOG.info("An access token was refused: {}", e.getMessage());
            return Admission.INVALID_TOKEN;
        } catch (JwtException | JwtDecoderInitializationException e) {
            LOG.warn("The authorization server can't be asked for its keys: {}", e.getMessage());
            return Admission.UNDECIDED;
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
