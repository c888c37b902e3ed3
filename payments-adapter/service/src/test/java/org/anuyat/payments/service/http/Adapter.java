package org.anuyat.payments.service.http;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.anuyat.payments.service.PaymentsService;
import org.anuyat.testing.TestPostgres;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** An adapter that other processes call, with one agency and a bank that is never asked. */
final class Adapter implements AutoCloseable {

    static final String SECRET = "a-secret-nobody-guesses";

    final ConfigurableApplicationContext context;

    Adapter(Map<String, ?> more) throws SQLException {
        JdbcConnectionDetails database = TestPostgres.newDatabase();
        Map<String, Object> settings = new HashMap<>(Map.of(
                "server.port", 0,
                "spring.datasource.url", database.getJdbcUrl(),
                "spring.datasource.username", database.getUsername(),
                "spring.datasource.password", database.getPassword(),
                "spring.datasource.hikari.maximum-pool-size", 6,
                "spring.flyway.enabled", "false",
                "spring.main.banner-mode", "off",
                "anuyat.payments.http.enabled", "true"));
        settings.putAll(Map.of(
                "anuyat.payments.agencies.bma.biller-id", "099400016550100",
                "anuyat.payments.agencies.bma.bank", "link",
                "anuyat.payments.banks.link.adapter", "generic",
                "anuyat.payments.banks.link.dialect.inquiry", "none",
                "anuyat.payments.banks.link.callback-secret", SECRET));
        settings.putAll(more);
        context = new SpringApplicationBuilder(PaymentsService.class).properties(settings).run();
    }

    int port() {
        return ((WebServerApplicationContext) context).getWebServer().getPort();
    }

    @Override
    public void close() {
        context.close();
    }
}
