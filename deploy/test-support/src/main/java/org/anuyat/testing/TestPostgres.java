package org.anuyat.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * A real PostgreSQL for tests: one server for the JVM, a database of its own for every Spring context.
 *
 * <p>Use with {@code @SpringBootTest @Import(TestPostgres.class)}. Not {@code @ServiceConnection}, because that needs a
 * container, and the tests also run where no container engine is.
 */
@TestConfiguration(proxyBeanMethods = false)
public class TestPostgres {

    private static final AtomicInteger SEQUENCE = new AtomicInteger();

    @Bean
    JdbcConnectionDetails testDatabase() {
        return newDatabase();
    }

    /** Creates an empty database, for tests without a Spring context. */
    public static JdbcConnectionDetails newDatabase() {
        PostgresServer server = PostgresServer.running();
        String name = "test" + ProcessHandle.current().pid() + "_" + SEQUENCE.incrementAndGet();
        try (Connection connection =
                        DriverManager.getConnection(server.url("postgres"), server.user(), server.password());
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("no database for the tests", e);
        }
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return server.user();
            }

            @Override
            public String getPassword() {
                return server.password();
            }

            @Override
            public String getJdbcUrl() {
                return server.url(name);
            }
        };
    }
}
