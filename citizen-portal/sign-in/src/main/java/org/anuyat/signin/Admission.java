package org.anuyat.signin;

import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** A portal's word on somebody whom the identity provider has proven. */
@FunctionalInterface
public interface Admission {

    /**
     * Admits or turns away.
     *
     * @param proven with all claims of the token and of the provider's userinfo
     * @throws OAuth2AuthenticationException with an error code for which there is a message {@code sign-in.failed.<code>}
     */
    PortalUser admit(OidcUser proven);
}
