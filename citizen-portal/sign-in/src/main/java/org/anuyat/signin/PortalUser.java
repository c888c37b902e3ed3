package org.anuyat.signin;

import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * Whoever is signed in to a portal, as the session keeps it: little, for it is written to the database. What the platform knows
 * about the person is read freshly with each request.
 */
public final class PortalUser implements OidcUser, Serializable {

    private static final long serialVersionUID = 1;

    private final String subject;
    private final String displayName;
    @SuppressWarnings("serial") // an unmodifiable list of the JDK is serializable
    private final List<GrantedAuthority> authorities;
    private final OidcIdToken idToken;

    /**
     * Keeps of the token only what a sign-out must show to the provider.
     *
     * @param subject the account's subject on this platform, which may differ from the provider's
     */
    public PortalUser(
            String subject, String displayName, Collection<? extends GrantedAuthority> authorities, OidcIdToken idToken) {
        this.subject = subject;
        this.displayName = displayName;
        this.authorities = List.copyOf(authorities);
        this.idToken = new OidcIdToken(
                idToken.getTokenValue(), idToken.getIssuedAt(), idToken.getExpiresAt(), Map.of("sub", idToken.getSubject()));
    }

    /** Who is signed in to the portal that answers the current request. */
    public static Optional<PortalUser> current() {
        @Nullable Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof PortalUser user
                ? Optional.of(user)
                : Optional.empty();
    }

    /** The account's subject. */
    @Override
    public String getName() {
        return subject;
    }

    /** The name to show. */
    public String displayName() {
        return displayName;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return authorities;
    }

    @Override
    public Map<String, Object> getClaims() {
        return idToken.getClaims();
    }

    @Override
    public Map<String, Object> getAttributes() {
        return idToken.getClaims();
    }

    @Override
    public OidcIdToken getIdToken() {
        return idToken;
    }

    @Override
    public @Nullable OidcUserInfo getUserInfo() {
        return null;
    }
}
