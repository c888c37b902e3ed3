package org.anuyat.portal.security;

import static org.anuyat.portal.security.PortalPaths.CALLBACKS;
import static org.anuyat.portal.security.PortalPaths.CITIZEN;
import static org.anuyat.portal.security.PortalPaths.DEMONSTRATION;
import static org.anuyat.portal.security.PortalPaths.PUBLIC;
import static org.anuyat.portal.security.PortalPaths.WITHOUT_FORM_TOKEN;

import java.util.List;
import org.anuyat.signin.PortalSecurity;
import org.anuyat.kit.FormTarget;
import org.anuyat.signin.Realm;
import org.anuyat.signin.SignInClients;
import org.anuyat.workflow.identity.Role;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The citizen portal's security chain, the last one: it answers whatever no other chain has taken. */
@Configuration(proxyBeanMethods = false)
class CitizenSecurity implements WebMvcConfigurer {

    private final CurrentCitizenArgument currentCitizen;

    CitizenSecurity(CurrentCitizenArgument currentCitizen) {
        this.currentCitizen = currentCitizen;
    }

    @Bean
    @Order(100)
    SecurityFilterChain citizenPortal(
            HttpSecurity http,
            PortalSecurity security,
            CitizenAdmission admission,
            @Value("${anuyat.mode:production}") String mode) {
        return security.portal(http, Realm.CITIZEN, admission, pages())
                .csrf(csrf -> csrf.ignoringRequestMatchers(array(WITHOUT_FORM_TOKEN)))
                .authorizeHttpRequests(authorize -> {
                    authorize.requestMatchers(array(PUBLIC)).permitAll();
                    authorize.requestMatchers(array(CALLBACKS)).permitAll();
                    if (mode.equals("demonstration")) {
                        authorize.requestMatchers(array(DEMONSTRATION)).permitAll();
                    }
                    authorize.requestMatchers(array(CITIZEN)).hasAuthority(Role.CITIZEN.authority());
                    authorize.anyRequest().denyAll();
                })
                .build();
    }

    @Bean
    FormTarget citizensProvider(SignInClients clients) {
        return () -> clients.foreignOrigins(Realm.CITIZEN);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(currentCitizen);
    }

    private static RequestMatcher pages() {
        return new OrRequestMatcher(CITIZEN.stream().<RequestMatcher>map(PathPatternRequestMatcher::pathPattern).toList());
    }

    private static String[] array(List<String> paths) {
        return paths.toArray(String[]::new);
    }
}
