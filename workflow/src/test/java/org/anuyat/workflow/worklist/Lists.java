package org.anuyat.workflow.worklist;

import java.time.Instant;
import java.util.Set;
import org.anuyat.testing.SettableClock;
import org.anuyat.testing.TestPostgres;
import org.anuyat.workflow.identity.Officer;
import org.anuyat.workflow.identity.Role;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The worklist alone on a real database. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan(basePackageClasses = Worklist.class)
@Import(TestPostgres.class)
class Lists {

    static final Instant MONDAY = Instant.parse("2026-11-23T02:00:00Z");

    @Bean
    SettableClock clock() {
        return new SettableClock(MONDAY);
    }

    static Officer officer(String name, String agency, Role... roles) {
        return new Officer(name, name, "นาง" + name, "Ms " + name, "นักวิชาการ", agency, null, null, Set.of(roles));
    }

    static WorkedCase application(String number, String agency, String applicant, Instant received) {
        return new WorkedCase(number, agency, "food-licence", applicant, received, received);
    }
}
