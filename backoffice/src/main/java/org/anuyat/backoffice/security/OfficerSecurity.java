package org.anuyat.backoffice.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import org.anuyat.signin.PortalSecurity;
import org.anuyat.kit.FormTarget;
import org.anuyat.signin.Realm;
import org.anuyat.signin.SignInClients;
import org.anuyat.workflow.identity.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The back office's security chain: officers only. What an officer may do there depends on the roles; controllers say it with
 * {@code @PreAuthorize("hasRole('REVIEWER')")}, the domain checks it again.
 */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class OfficerSecurity implements WebMvcConfigurer {

    private static final String[] OFFICERS = Arrays.stream(Role.values())
            .filter(role -> role != Role.CITIZEN)
            .map(Role::authority)
            .toArray(String[]::new);

    private final CurrentOfficerArgument currentOfficer;

    OfficerSecurity(CurrentOfficerArgument currentOfficer) {
        this.currentOfficer = currentOfficer;
    }

    @Bean
    @Order(10)
    SecurityFilterChain backoffice(HttpSecurity http, PortalSecurity security, OfficerAdmission admission) {
        return security.portal(
                        http.securityMatcher(new OrRequestMatcher(
                                PathPatternRequestMatcher.pathPattern("/backoffice"),
                                PathPatternRequestMatcher.pathPattern("/backoffice/**"),
                                OfficerSecurity::failedHere)),
                        Realm.OFFICER,
                        admission,
                        AnyRequestMatcher.INSTANCE)
                .authorizeHttpRequests(authorize -> authorize
                        .dispatcherTypeMatchers(DispatcherType.ERROR).permitAll()
                        .requestMatchers("/backoffice/sign-in-failed").permitAll()
                        .anyRequest().hasAnyAuthority(OFFICERS))
                .build();
    }

    /** The error page that is drawn in the place of a page here: it too has to know who is signed in. */
    private static boolean failedHere(HttpServletRequest request) {
        return request.getDispatcherType() == DispatcherType.ERROR
                && request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed
                && (failed + "/").startsWith(request.getContextPath() + "/backoffice/");
    }

    @Bean
    FormTarget officersProvider(SignInClients clients) {
        return () -> clients.foreignOrigins(Realm.OFFICER);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(currentOfficer);
    }
}
