package org.anuyat.payments.service;

import java.time.Clock;
import java.util.Map;
import org.anuyat.payments.service.http.Failures;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import tools.jackson.databind.DeserializationFeature;

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

    /** Amounts are whole satang: half of one is refused, not cut off. */
    @Bean
    JsonMapperBuilderCustomizer wholeNumbers() {
        return json -> json.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
    }

    /** What nobody else answers is a problem detail as well, and says no more than that. */
    @Bean
    Failures failures() {
        return new Failures();
    }

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }
}
