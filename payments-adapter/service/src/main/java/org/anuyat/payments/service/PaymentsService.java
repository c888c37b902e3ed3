package org.anuyat.payments.service;

import java.time.Clock;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/**
 * Runs the adapter as a process of its own; here the endpoints are there unless they are switched off.
 *
 * <p>Not a {@code @SpringBootApplication}: the all-in-one scans this package, and must not pick this class up.
 */
@EnableAutoConfiguration
@ComponentScan
public class PaymentsService {

    public static void main(String[] args) {
        SpringApplication service = new SpringApplication(PaymentsService.class);
        service.setDefaultProperties(Map.of(
                "anuyat.payments.http.enabled", "true",
                "server.port", "8091",
                "server.shutdown", "graceful",
                // what the framework itself refuses is a problem detail, too
                "spring.mvc.problemdetails.enabled", "true",
                "management.endpoint.health.probes.enabled", "true",
                "management.endpoint.health.group.readiness.include", "readinessState,db",
                // the adapter migrates its own schema and has no other
                "spring.flyway.enabled", "false"));
        service.run(args);
    }

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }
}
