package org.anuyat.sandboxbank;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/**
 * Brings the schema {@code sandbox_bank} up to date, with a history of its own.
 *
 * <p>The Flyway object isn't a bean: one would switch off the platform's own migration when both share a process.
 */
@BankPart
@EnableConfigurationProperties(BankSettings.class)
class BankSchema implements InitializingBean {

    private final DataSource database;

    BankSchema(DataSource database) {
        this.database = database;
    }

    @Override
    public void afterPropertiesSet() {
        Flyway.configure()
                .dataSource(database)
                .schemas("sandbox_bank")
                .defaultSchema("sandbox_bank")
                .locations("classpath:db/sandbox-bank")
                .load()
                .migrate();
    }
}
