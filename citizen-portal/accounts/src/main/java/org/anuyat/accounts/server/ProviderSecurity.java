package org.anuyat.accounts.server;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.pathPattern;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.anuyat.accounts.Realms;
import org.anuyat.accounts.password.PasswordSignIn;
import org.anuyat.accounts.password.SignInAttempt;
import org.anuyat.signin.Realm;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcLogoutAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.oidc.web.authentication.OidcLogoutAuthenticationConverter;
import org.springframework.security.oauth2.server.authorization.oidc.web.authentication.OidcLogoutAuthenticationSuccessHandler;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;

/** The provider's security chains: the protocol's endpoints, and its own login page. They come before those of the portals. */
@Configuration(proxyBeanMethods = false)
class ProviderSecurity {

    private static final String LOGIN = "/idp/login";

    @Bean
    @Order(1)
    SecurityFilterChain protocolEndpoints(HttpSecurity http, Realms realms) {
        return http.oauth2AuthorizationServer(server -> {
                    http.securityMatcher(server.getEndpointsMatcher());
                    server.oidc(oidc -> oidc.logoutEndpoint(logout -> logout.logoutRequestConverter(
                                    ProviderSecurity::logoutRequest)
                            .logoutResponseHandler(leaving(realms))));
                })
                .authorizeHttpRequests(authorize -> authorize.anyRequest().authenticated())
                .securityContext(c -> c.securityContextRepository(realms))
                .requestCache(c -> c.disable())
                .exceptionHandling(e -> e.defaultAuthenticationEntryPointFor(toLogin(realms), pathPattern("/oauth2/authorize")))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain loginPage(HttpSecurity http, Realms realms, PasswordSignIn passwords) {
        return http.securityMatcher("/idp/**")
                .authorizeHttpRequests(authorize ->
                        authorize.requestMatchers(LOGIN).permitAll().anyRequest().denyAll())
                .securityContext(c -> c.securityContextRepository(realms))
                .requestCache(c -> c.disable())
                .headers(headers -> headers.contentTypeOptions(c -> c.disable()))
                .exceptionHandling(e -> e.accessDeniedHandler((request, response, reason) ->
                        // a login page that stood open until its session ended
                        response.sendRedirect(loginPageOf(request) + "&expired")))
                .authenticationManager(passwords.manager())
                .formLogin(form -> form.loginPage(LOGIN)
                        .authenticationDetailsSource(SignInAttempt::of)
                        .successHandler((request, response, who) -> goOn(realms, request, response))
                        .failureHandler((request, response, failure) ->
                                response.sendRedirect(loginPageOf(request) + "&" + PasswordSignIn.parameterFor(failure))))
                .build();
    }

    private static AuthenticationEntryPoint toLogin(Realms realms) {
        return (request, response, reason) -> {
            realms.returnPath(request).saveRequest(request, response);
            response.sendRedirect(loginPageOf(request));
        };
    }

    private static String loginPageOf(HttpServletRequest request) {
        return LOGIN + "?" + Realms.PARAMETER + "=" + Realms.of(request).id();
    }

    private static void goOn(Realms realms, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = realms.returnPath(request).find(request);
        realms.returnPath(request).removeRequest(request, response);
        Realm realm = Realms.of(request);
        // who opened the login page by itself has nowhere to go on to yet
        response.sendRedirect(path == null ? realm.signInPath() : path);
    }

    /**
     * Without the session's number, which the provider would compare with that of the sign-in: the portals share the session, and
     * their own sign-in has given it a new one meanwhile. Token, subject and client are still compared.
     */
    private static Authentication logoutRequest(HttpServletRequest request) {
        OidcLogoutAuthenticationToken asked =
                (OidcLogoutAuthenticationToken) new OidcLogoutAuthenticationConverter().convert(request);
        return new OidcLogoutAuthenticationToken(
                asked.getIdTokenHint(),
                (Authentication) asked.getPrincipal(),
                null,
                asked.getClientId(),
                asked.getPostLogoutRedirectUri(),
                asked.getState());
    }

    private static OidcLogoutAuthenticationSuccessHandler leaving(Realms realms) {
        SecurityContextLogoutHandler context = new SecurityContextLogoutHandler();
        context.setInvalidateHttpSession(false);
        context.setSecurityContextRepository(realms);
        OidcLogoutAuthenticationSuccessHandler handler = new OidcLogoutAuthenticationSuccessHandler();
        handler.setLogoutHandler((HttpServletRequest request, HttpServletResponse response, Authentication who) -> {
            context.logout(request, response, who);
            SecurityContextHolder.clearContext();
        });
        return handler;
    }
}
