package org.anuyat.access;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may call the endpoints that one process has for others.
 *
 * @param enabled whether there are any endpoints
 * @param token what callers present as bearer token, at least {@value #SHORTEST_TOKEN} characters
 * @param oauth2 whose access tokens count, too
 * @param clientCertificates SHA-256 fingerprints of the TLS certificates of callers who need no token. Without any of the three
 *     nobody may call
 */
public record Protection(
        @DefaultValue("false") boolean enabled,
        @Nullable String token,
        @Nullable Issuer oauth2,
        @DefaultValue List<String> clientCertificates) {

    static final int SHORTEST_TOKEN = 32;

    /**
     * The authorization server whose access tokens (JWT, RFC 9068) open the endpoints.
     *
     * @param issuer as the tokens name it
     * @param jwkSetUri where its keys are; none = its metadata say it
     * @param audience what the tokens must be meant for; none = what the endpoints go by
     * @param scope what the tokens must allow; none = what the endpoints go by
     */
    public record Issuer(
            String issuer,
            @Nullable String jwkSetUri,
            @Nullable String audience,
            @Nullable String scope) {}

    public Protection {
        // an empty environment variable is no token
        token = token == null || token.isEmpty() ? null : token;
    }

    /** Whether anybody at all can get in. */
    public boolean opensToSomebody() {
        return token != null || oauth2 != null || !clientCertificates.isEmpty();
    }

    /** Leaves the token out. */
    @Override
    public String toString() {
        return "Protection[enabled=" + enabled + "]";
    }
}
