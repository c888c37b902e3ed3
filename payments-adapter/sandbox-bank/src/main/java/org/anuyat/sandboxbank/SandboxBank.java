package org.anuyat.sandboxbank;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/**
 * Runs the make-believe bank as a process of its own.
 *
 * <p>Not a {@code @SpringBootApplication}: the all-in-one scans this package, and must not pick this class up.
 */
@EnableAutoConfiguration
@ComponentScan
public class SandboxBank {

    public static void main(String[] args) {
        SpringApplication bank = new SpringApplication(SandboxBank.class);
        bank.setDefaultProperties(Map.of("anuyat.mode", "demonstration", "spring.flyway.enabled", "false"));
        bank.run(args);
    }

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    MessageSource messageSource() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/sandbox-bank");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setDefaultLocale(Locale.forLanguageTag("th"));
        return messages;
    }

    @Bean
    LocaleResolver localeResolver() {
        CookieLocaleResolver languages = new CookieLocaleResolver("sandbox-bank-language");
        languages.setDefaultLocale(Locale.forLanguageTag("th"));
        return languages;
    }

    /** The language by {@code ?lang=th} or {@code ?lang=en}; the all-in-one brings its own. */
    @Bean
    WebMvcConfigurer languageChoice() {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                LocaleChangeInterceptor language = new LocaleChangeInterceptor();
                language.setParamName("lang");
                language.setIgnoreInvalidLocale(true);
                registry.addInterceptor(language);
            }
        };
    }
}
