package org.anuyat.signing.service;

import java.time.Clock;
import java.util.Map;
import org.anuyat.access.Operators;
import org.anuyat.signing.service.start.ManagementGuard;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/**
 * Runs the signing service as a process of its own.
 *
 * <p>Bears no stereotype, so that a process which scans this package for the beans doesn't become one.
 */
@EnableAutoConfiguration
@ComponentScan
public class SigningService {

    /** Starts it; here the endpoints are there unless they are switched off. */
    public static void main(String[] args) {
        application().run(args);
    }

    /** The process with what is set unless something else is. */
    public static SpringApplication application() {
        SpringApplication application = new SpringApplication(SigningService.class);
        application.setDefaultProperties(Map.ofEntries(
                Map.entry("anuyat.signing.http.enabled", "true"),
                Map.entry("server.port", "8090"),
                // wrong paths, methods and media types get problem details (RFC 9457) too
                Map.entry("spring.mvc.problemdetails.enabled", "true"),
                // documents come as one base64 text: room for the largest of the default settings, and for no more
                Map.entry("spring.jackson.factory.constraints.read.max-string-length", "46000000"),
                Map.entry("spring.jackson.factory.constraints.read.max-document-length", "47000000"),
                // what is too large is read to its end, or the caller would see a broken connection and no reason
                Map.entry("server.tomcat.max-swallow-size", "64MB"),
                // ManagementGuard stands before them
                Map.entry("management.endpoints.web.exposure.include", "health,prometheus"),
                Map.entry("management.endpoint.health.probes.enabled", "true"),
                Map.entry("management.endpoint.health.show-details", "always"),
                // the parsers' complaints about strange files: whoever sent the file gets the answer
                Map.entry("logging.level.org.apache.pdfbox", "off"),
                Map.entry("logging.level.eu.europa.esig.dss", "error")));
        return application;
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    ManagementGuard managementGuard(
            @Value("${anuyat.management.token:}") String token,
            @Value("${anuyat.mode:production}") String mode,
            @Value("${management.endpoints.web.base-path:/actuator}") String base) {
        return new ManagementGuard(new Operators(token, mode), base);
    }
}
