package org.anuyat.allinone.mode;

import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps a database in which something was demonstrated from being used for real: its accounts share a known password. */
@Component
@ConditionalOnProperty(name = Mode.SETTING, havingValue = "production", matchIfMissing = true)
@DependsOnDatabaseInitialization
class NoDemonstrationAccounts {

    NoDemonstrationAccounts(JdbcClient jdbc) {
        int found = jdbc.sql("select count(*) from account where demonstration").query(Integer.class).single();
        if (found > 0) {
            throw new ProductionRefusal(
                    List.of("the database holds " + found + " demonstration accounts; use a new database for production"));
        }
    }
}
