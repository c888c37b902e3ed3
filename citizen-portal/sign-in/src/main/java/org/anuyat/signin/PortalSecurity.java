package org.anuyat.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/** What the security chains of both portals have in common. A portal adds which paths it opens to whom. */
@Component
public class PortalSecurity {

    private final SignInClients clients;
    private final PublicAddress address;

    PortalSecurity(SignInClients clients, PublicAddress address) {
        this.clients = clients;
        this.address = address;
    }

    /**
     * Adds sign-in, sign-out and the treatment of ended sessions to a portal's chain.
     *
     * @param pages what is there for whoever signs in; anything else that is denied is answered as not found
     */
    public HttpSecurity portal(HttpSecurity http, Realm realm, Admission admission, RequestMatcher pages) {
        HttpSessionSecurityContextRepository context = new HttpSessionSecurityContextRepository();
        context.setSpringSecurityContextKey("portal." + realm.id());
        HttpSessionCsrfTokenRepository formTokens = new HttpSessionCsrfTokenRepository();
        formTokens.setSessionAttributeName("form-token." + realm.id());
        ReturnPath returnPath = new ReturnPath("portal." + realm.id());
        SessionEnded sessionEnded = new SessionEnded(realm, returnPath, address, pages);
        return http.securityContext(c -> c.securityContextRepository(context))
                .csrf(c -> c.csrfTokenRepository(formTokens))
                .requestCache(c -> c.requestCache(returnPath))
                .exceptionHandling(e -> e.authenticationEntryPoint(sessionEnded).accessDeniedHandler(sessionEnded))
                // the page kit writes the other headers, for all that is answered
                .headers(headers -> headers.contentTypeOptions(c -> c.disable()))
                .oauth2Login(login -> login.clientRegistrationRepository(clients)
                        .authorizedClientRepository(new NoTokensKept())
                        .loginPage(realm.signInPath())
                        .authorizationEndpoint(e -> e.authorizationRequestResolver(withPkce(realm)))
                        .loginProcessingUrl(realm.callbackPath())
                        .userInfoEndpoint(e -> e.oidcUserService(admitting(admission)))
                        .successHandler(returning(returnPath, realm))
                        .failureHandler(explaining(realm)))
                .logout(logout -> logout.logoutUrl(realm.signOutPath())
                        // only this realm: who is signed in to the other portal as well, stays so
                        .invalidateHttpSession(false)
                        .addLogoutHandler((request, response, user) ->
                                realm.unsentForms().signedOut(request, response))
                        .logoutSuccessHandler(atTheProviderToo(realm)));
    }

    private DefaultOAuth2AuthorizationRequestResolver withPkce(Realm realm) {
        DefaultOAuth2AuthorizationRequestResolver resolver =
                new DefaultOAuth2AuthorizationRequestResolver(clients, realm.signInBase());
        resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        return resolver;
    }

    private static OAuth2UserService<OidcUserRequest, OidcUser> admitting(Admission admission) {
        OidcUserService proven = new OidcUserService();
        proven.setRetrieveUserInfo(request -> request.getClientRegistration()
                        .getProviderDetails()
                        .getUserInfoEndpoint()
                        .getUri()
                != null);
        return request -> admission.admit(proven.loadUser(request));
    }

    private static SavedRequestAwareAuthenticationSuccessHandler returning(ReturnPath returnPath, Realm realm) {
        SavedRequestAwareAuthenticationSuccessHandler handler = new SavedRequestAwareAuthenticationSuccessHandler() {
            @Override
            public void onAuthenticationSuccess(
                    HttpServletRequest request, HttpServletResponse response, Authentication authentication)
                    throws java.io.IOException, jakarta.servlet.ServletException {
                realm.unsentForms().signedIn(request, response, authentication.getName());
                super.onAuthenticationSuccess(request, response, authentication);
                returnPath.removeRequest(request, response);
            }
        };
        handler.setRequestCache(returnPath);
        handler.setDefaultTargetUrl(realm.landingPath());
        return handler;
    }

    /** Says what went wrong on a page of its own: the stock way leads back to the provider, which leads back again. */
    private static AuthenticationFailureHandler explaining(Realm realm) {
        return (request, response, failure) -> {
            String code = failure instanceof OAuth2AuthenticationException oauth ? oauth.getError().getErrorCode() : "other";
            String known = code.matches("[a-z_]{1,40}") ? code : "other";
            response.sendRedirect(realm.failurePath() + "?reason=" + known);
        };
    }

    private OidcClientInitiatedLogoutSuccessHandler atTheProviderToo(Realm realm) {
        OidcClientInitiatedLogoutSuccessHandler handler = new OidcClientInitiatedLogoutSuccessHandler(clients);
        handler.setPostLogoutRedirectUri("{baseUrl}" + realm.afterSignOutPath());
        handler.setDefaultTargetUrl(realm.afterSignOutPath());
        return handler;
    }
}
