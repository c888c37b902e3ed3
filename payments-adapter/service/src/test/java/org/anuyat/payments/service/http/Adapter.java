package org.anuyat.payments.service.http;

import java.util.HashMap;
import java.util.Map;
import org.anuyat.payments.service.PaymentsService;
import org.anuyat.payments.service.running.Launch;
import org.anuyat.testing.TestPostgres;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** An adapter that other processes call, with one agency and a bank that is never asked. */
final class Adapter implements AutoCloseable {

    static final String SECRET = "a-secret-nobody-guesses";

    final ConfigurableApplicationContext context;

    Adapter(Map<String, ?> more) {
        Map<String, Object> settings = new HashMap<>(Map.of(
                "anuyat.payments.http.enabled", "true",
                "anuyat.payments.agencies.bma.biller-id", "099400016550100",
                "anuyat.payments.agencies.bma.bank", "link",
                "anuyat.payments.banks.link.adapter", "generic",
                "anuyat.payments.banks.link.dialect.inquiry", "none",
                "anuyat.payments.banks.link.callback-secret", SECRET));
        settings.putAll(more);
        context = Launch.start(PaymentsService.class, 0, TestPostgres.newDatabase(), settings, beans -> {});
    }

    int port() {
        return ((WebServerApplicationContext) context).getWebServer().getPort();
    }

    @Override
    public void close() {
        context.close();
    }
}
