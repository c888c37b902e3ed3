package org.anuyat.allinone.database;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * The embedded PostgreSQL where {@code spring.datasource.url} names no other one. An auto-configuration, so that a test's own
 * connection details win.
 */
@AutoConfiguration(before = DataSourceAutoConfiguration.class)
@ConditionalOnProperty(name = "spring.datasource.url", havingValue = "embedded", matchIfMissing = true)
class EmbeddedDatabaseAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean(JdbcConnectionDetails.class)
    EmbeddedDatabase embeddedDatabase(
            @Value("${anuyat.home:data}") Path home, @Value("${anuyat.database.port:5439}") int port, Environment environment) {
        Map<String, String> settings = Binder.get(environment)
                .bind("anuyat.database.settings", Bindable.mapOf(String.class, String.class))
                .orElse(Map.of());
        return EmbeddedDatabase.start(home.resolve("postgres"), port, settings);
    }
}
