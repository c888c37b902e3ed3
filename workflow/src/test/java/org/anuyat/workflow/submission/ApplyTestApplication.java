package org.anuyat.workflow.submission;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.anuyat.testing.SettableClock;
import org.anuyat.testing.TestHome;
import org.anuyat.testing.TestPostgres;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** Process 3 with everything below it and nothing above it; whoever listens is a list. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(TestPostgres.class)
@ComponentScan(
        basePackages = {
            "org.anuyat.workflow.agency",
            "org.anuyat.workflow.calendar",
            "org.anuyat.workflow.places",
            "org.anuyat.workflow.catalogue",
            "org.anuyat.workflow.documents",
            "org.anuyat.workflow.files",
            "org.anuyat.workflow.identity",
            "org.anuyat.workflow.papers",
            "org.anuyat.workflow.submission"
        },
        // the other rooms' tests bring applications of their own
        excludeFilters = @Filter(type = FilterType.REGEX, pattern = ".*Test.*"))
public class ApplyTestApplication {

    /** 12:00 of Friday, 20 November 2569 in Bangkok: a working day, office hours. */
    public static final Instant FRIDAY_NOON = Instant.parse("2026-11-20T05:00:00Z");

    @Bean
    SettableClock clock() {
        return new SettableClock(FRIDAY_NOON);
    }

    @Bean
    DynamicPropertyRegistrar home() {
        String home = TestHome.create().toString();
        return registry -> registry.add("anuyat.home", () -> home);
    }

    @Bean
    Heard heard() {
        return new Heard();
    }

    /** What was published. */
    static class Heard {

        private final List<Object> events = new CopyOnWriteArrayList<>();

        @EventListener
        void hear(org.springframework.context.PayloadApplicationEvent<?> event) {
            events.add(event.getPayload());
        }

        <T> List<T> all(Class<T> type) {
            return events.stream().filter(type::isInstance).map(type::cast).toList();
        }

        <T> T last(Class<T> type) {
            List<T> all = all(type);
            return all.get(all.size() - 1);
        }

        void forget() {
            events.clear();
        }
    }
}
