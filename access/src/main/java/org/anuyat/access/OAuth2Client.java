package org.anuyat.access;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * This process as a client of an authorization server.
 *
 * @param tokenUri where access tokens are fetched (RFC 6749, section 4.4)
 * @param scope what to ask for; none = what the endpoints that are called usually want
 */
public record OAuth2Client(URI tokenUri, String clientId, String clientSecret, @Nullable String scope) {

    /** Leaves the secret out. */
    @Override
    public String toString() {
        return "OAuth2Client[tokenUri=" + tokenUri + ", clientId=" + clientId + "]";
    }
}
