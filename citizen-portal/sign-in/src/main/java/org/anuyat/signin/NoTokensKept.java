package org.anuyat.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;

/** Forgets access tokens at once: they are used for nothing after the sign-in. */
final class NoTokensKept implements OAuth2AuthorizedClientRepository {

    @Override
    public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
            String registration, @Nullable Authentication principal, HttpServletRequest request) {
        return null;
    }

    @Override
    public void saveAuthorizedClient(
            OAuth2AuthorizedClient client,
            @Nullable Authentication principal,
            HttpServletRequest request,
            HttpServletResponse response) {
        // nothing to keep
    }

    @Override
    public void removeAuthorizedClient(
            String registration, @Nullable Authentication principal, HttpServletRequest request, HttpServletResponse response) {
        // nothing was kept
    }
}
