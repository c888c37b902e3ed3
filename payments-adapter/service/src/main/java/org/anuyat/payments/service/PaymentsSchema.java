package org.anuyat.payments.service;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/**
 * Brings the schema {@code payments} up to date, with a history of its own.
 *
 * <p>The Flyway object isn't a bean: one would switch off the platform's own migration when both share a process.
 */
@PaymentsPart
@EnableConfigurationProperties(PaymentsSettings.class)
class PaymentsSchema implements InitializingBean {

    private final DataSource database;

    PaymentsSchema(DataSource database) {
        this.database = database;
    }

    @Override
    public void afterPropertiesSet() {
        Flyway.configure()
                .dataSource(database)
                .schemas("payments")
                .defaultSchema("payments")
                .locations("classpath:db/payments")
                .load()
                .migrate();
    }
}
