package org.anuyat.portal.services;

import java.time.Instant;
import org.anuyat.testing.SettableClock;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** The pages of process 1 over the real catalogue, open to everybody. */
@SpringBootConfiguration
@EnableAutoConfiguration
@ComponentScan({
    "org.anuyat.portal.home",
    "org.anuyat.portal.services",
    "org.anuyat.portal.form",
    "org.anuyat.workflow.agency",
    "org.anuyat.workflow.calendar",
    "org.anuyat.workflow.places",
    "org.anuyat.workflow.catalogue"
})
class KnowTestApplication {

    @Bean
    SettableClock clock() {
        return new SettableClock(Instant.parse("2026-11-20T05:00:00Z"));
    }

    @Bean
    SecurityFilterChain everybody(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll()).build();
    }
}
