package org.anuyat.allinone.notices;

import org.anuyat.access.Admission;
import org.anuyat.access.Callers;
import org.anuyat.access.Protection;
import org.anuyat.access.Refusals;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** Who may tell the platform what happened to its bills: the payments adapter, and nobody else. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("anuyat.payments.url")
@EnableConfigurationProperties(NoticesSecurity.Settings.class)
class NoticesSecurity {

    /**
     * The door for notices.
     *
     * @param http who may come in
     */
    @ConfigurationProperties("anuyat.payments.notices")
    record Settings(@DefaultValue Protection http) {}

    @Bean
    @Order(8)
    SecurityFilterChain paymentNotices(HttpSecurity http, Settings settings) {
        if (!settings.http().opensToSomebody()) {
            throw new IllegalStateException("anuyat.payments.url needs one of anuyat.payments.notices.http.oauth2.issuer, "
                    + ".client-certificates and .token: the adapter there could not say what was paid");
        }
        Callers callers = new Callers(
                settings.http(), "anuyat.payments.notices.http", "anuyat-payment-notices", "payment-notices");
        return http.securityMatcher("/payments/v1/**")
                .authorizeHttpRequests(authorize -> authorize.anyRequest().access((who, context) ->
                        new AuthorizationDecision(callers.admission(context.getRequest()) == Admission.GRANTED)))
                .exceptionHandling(handling -> handling.authenticationEntryPoint((request, response, denied) -> {
                    Admission admission = callers.admission(request);
                    // granted by now: the authorization server came back in between
                    Refusals.write(admission == Admission.GRANTED ? Admission.UNDECIDED : admission, response);
                }))
                .requestCache(cache -> cache.disable())
                .csrf(csrf -> csrf.disable())
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }
}
