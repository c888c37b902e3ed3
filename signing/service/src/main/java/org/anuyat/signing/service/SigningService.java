package org.anuyat.signing.service;

import java.time.Clock;
import java.util.Map;
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
        SpringApplication application = new SpringApplication(SigningService.class);
        application.setDefaultProperties(Map.of(
                "anuyat.signing.http.enabled", "true",
                "server.port", "8090",
                // wrong paths, methods and media types get problem details (RFC 9457) too
                "spring.mvc.problemdetails.enabled", "true",
                // documents come as one base64 text: room for the largest of the default settings, and for no more
                "spring.jackson.factory.constraints.read.max-string-length", "46000000",
                "spring.jackson.factory.constraints.read.max-document-length", "47000000",
                // what is too large is read to its end, or the caller would see a broken connection and no reason
                "server.tomcat.max-swallow-size", "64MB",
                // the parsers' complaints about strange files: whoever sent the file gets the answer
                "logging.level.org.apache.pdfbox", "off",
                "logging.level.eu.europa.esig.dss", "error"));
        application.run(args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
