package org.anuyat.kit.web;

import java.util.List;
import java.util.stream.Stream;
import org.anuyat.kit.FormTarget;
import org.anuyat.kit.Site;
import org.anuyat.kit.text.Bundles;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.LocaleResolver;

/** Brings the page kit into every application that has it on its class path; the application's own settings win. */
@AutoConfiguration(beforeName = {
    "org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration",
    "org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration",
    "org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration"
})
@EnableConfigurationProperties(KitProperties.class)
public class KitAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean(name = "messageSource")
    MessageSource messageSource(@Value("${anuyat.messages.strict:false}") boolean strict) {
        return new Bundles(strict);
    }

    @Bean
    @ConditionalOnMissingBean(name = "localeResolver")
    LocaleResolver localeResolver() {
        return new LanguageCookie();
    }

    @Bean
    FilterRegistrationBean<LanguageChoice> languageChoice(LocaleResolver locales) {
        FilterRegistrationBean<LanguageChoice> registration = new FilterRegistrationBean<>(new LanguageChoice(locales));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return registration;
    }

    @Bean
    KitDialect kitDialect(KitProperties properties, ObjectProvider<Site> sites) {
        return new KitDialect(properties, sites.orderedStream().toList());
    }

    @Bean
    FilterRegistrationBean<SecurityHeaders> securityHeaders(KitProperties properties, ObjectProvider<FormTarget> targets) {
        List<String> origins = Stream.concat(
                        properties.pages().formTargets().stream(),
                        targets.orderedStream().flatMap(target -> target.origins().stream()))
                .distinct()
                .toList();
        FilterRegistrationBean<SecurityHeaders> registration =
                new FilterRegistrationBean<>(new SecurityHeaders(origins));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }
}
