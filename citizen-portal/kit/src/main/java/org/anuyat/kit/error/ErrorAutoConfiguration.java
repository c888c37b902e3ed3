package org.anuyat.kit.error;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/** Brings error pages and problem details into every application that has the page kit on its class path. */
@AutoConfiguration(beforeName = "org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration")
public class ErrorAutoConfiguration {

    @Bean
    Meanings meanings(ObjectProvider<Meaning> meanings) {
        return new Meanings(meanings.orderedStream().toList());
    }

    @Bean
    Answer answer(MessageSource messages, ObjectProvider<OversizedUpload> oversized) {
        return new Answer(messages, oversized.orderedStream().toList());
    }

    @Bean
    FilterRegistrationBean<Reference> reference(Meanings meanings) {
        FilterRegistrationBean<Reference> registration = new FilterRegistrationBean<>(new Reference(meanings));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return registration;
    }

    // both are found by component scanning as well where an application scans everything below org.anuyat

    @Bean
    @ConditionalOnMissingBean
    ErrorPages errorPages(Meanings meanings, Answer answer) {
        return new ErrorPages(meanings, answer);
    }

    @Bean
    @ConditionalOnMissingBean
    Refusals refusals(Meanings meanings, Answer answer, MessageSource messages) {
        return new Refusals(meanings, answer, messages);
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(HttpSecurity.class)
    static class WithSpringSecurity {

        @Bean
        SessionEnded sessionEnded() {
            return new SessionEnded();
        }

        /** Applied by Spring Security to every chain before the chain's own rules. */
        @Bean
        Customizer<HttpSecurity> sessionEndedInEveryChain(SessionEnded sessionEnded) {
            return http -> http.exceptionHandling(handling -> handling.accessDeniedHandler(sessionEnded));
        }
    }
}
