package org.anuyat.payments.service.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.anuyat.payments.api.Bills;
import org.anuyat.payments.api.Reconciliation;
import org.anuyat.testing.TestPostgres;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** As in the all-in-one: both rooms are scanned into one application that has its own migration. */
@SpringBootTest(
        classes = OneProcessTest.Application.class,
        properties = {"anuyat.mode=demonstration", "spring.flyway.fail-on-missing-locations=false"})
@Import(TestPostgres.class)
class OneProcessTest {

    @EnableAutoConfiguration
    @ComponentScan({"org.anuyat.payments.service", "org.anuyat.sandboxbank"})
    static class Application {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }

    @Autowired
    private ApplicationContext context;

    @Autowired
    private JdbcClient sql;

    @Test
    void bothRoomsStandBesideThePlatformsOwnMigration() {
        assertThat(context.getBeansOfType(Bills.class)).hasSize(1);
        assertThat(context.getBeansOfType(Reconciliation.class)).hasSize(1);
        assertThat(sql.sql("select table_schema from information_schema.tables where table_name = 'flyway_schema_history' order by 1")
                        .query(String.class)
                        .list())
                .containsExactly("payments", "public", "sandbox_bank");
    }
}
