package org.anuyat.allinone.web;

import org.anuyat.access.Operators;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;

/** Who may look at health and metrics. */
@Configuration(proxyBeanMethods = false)
class ManagementSecurity {

    @Bean
    @Order(5)
    SecurityFilterChain management(
            HttpSecurity http,
            @Value("${anuyat.management.token:}") String token,
            @Value("${anuyat.mode:production}") String mode) {
        Operators operators = new Operators(token, mode);
        return http.securityMatcher(EndpointRequest.toAnyEndpoint())
                .authorizeHttpRequests(authorize -> authorize
                        .requestMatchers(Operators.PROBES.toArray(String[]::new))
                        .permitAll()
                        .anyRequest()
                        .access((who, context) -> new AuthorizationDecision(operators.admit(context.getRequest()))))
                .exceptionHandling(e -> e.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED)))
                .requestCache(cache -> cache.disable())
                .csrf(csrf -> csrf.disable())
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }
}
