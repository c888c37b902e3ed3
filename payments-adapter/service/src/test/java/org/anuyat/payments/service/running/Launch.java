package org.anuyat.payments.service.running;

import java.util.Map;
import java.util.function.Consumer;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Starts an application of its own beside the test. */
public final class Launch {

    private Launch() {}

    /**
     * Starts it and waits until it answers.
     *
     * @param port where it listens, 0 for any
     * @param beans registers what it gets from outside, such as a clock
     */
    public static ConfigurableApplicationContext start(
            Class<?> application,
            int port,
            JdbcConnectionDetails database,
            Map<String, ?> settings,
            Consumer<GenericApplicationContext> beans) {
        return new SpringApplicationBuilder(application)
                .initializers(context -> beans.accept((GenericApplicationContext) context))
                .properties(Map.of(
                        "server.port", port,
                        "spring.datasource.url", database.getJdbcUrl(),
                        "spring.datasource.username", database.getUsername(),
                        "spring.datasource.password", database.getPassword(),
                        "spring.datasource.hikari.maximum-pool-size", 8,
                        "spring.flyway.enabled", "false",
                        "spring.main.banner-mode", "off"))
                .properties(Map.copyOf(settings))
                .run();
    }
}
