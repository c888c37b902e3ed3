package org.anuyat.workflow.catalogue;

import java.time.Instant;
import org.anuyat.testing.SettableClock;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/** The catalogue on its ground floor, on a clock that stands at noon of Friday, 20 November 2569. */
@SpringBootConfiguration
@EnableAutoConfiguration
@ComponentScan({
    "org.anuyat.workflow.agency",
    "org.anuyat.workflow.calendar",
    "org.anuyat.workflow.places",
    "org.anuyat.workflow.catalogue"
})
public class CatalogueTestApplication {

    @Bean
    SettableClock clock() {
        return new SettableClock(Instant.parse("2026-11-20T05:00:00Z"));
    }
}
