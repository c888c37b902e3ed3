package org.anuyat.payments.service.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.anuyat.payments.api.Bill;
import org.anuyat.payments.api.BillOrder;
import org.anuyat.payments.api.Bills;
import org.anuyat.payments.api.PaymentNotices;
import org.anuyat.payments.api.Reconciliation;
import org.anuyat.payments.api.refunds.Refunds;
import org.anuyat.payments.service.PaymentsService;
import org.anuyat.sandboxbank.SandboxBank;
import org.anuyat.testing.TestPostgres;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.RestClient;

/** An adapter and a bank as two applications that know each other by HTTP only, each with its own database. */
final class Town implements AutoCloseable {

    static final String SECRET = "a-secret-nobody-guesses";
    private static final String TOKEN = "a-token-of-thirty-two-characters-or-more";
    static final String BILLER = "099400016550100";

    final ShiftedClock clock = new ShiftedClock();
    final Platform platform = new Platform();
    private final int adapterPort = freePort();
    private final int bankPort = freePort();
    private final JdbcConnectionDetails adapterDatabase = database();
    private final JdbcConnectionDetails bankDatabase = database();
    private final HttpClient http = HttpClient.newHttpClient();
    private ConfigurableApplicationContext adapter;
    private final ConfigurableApplicationContext bank;

    Town() {
        bank = start(SandboxBank.class, bankPort, bankDatabase, Map.of(
                "anuyat.mode", "demonstration",
                "anuyat.sandbox-bank.callback-url", callbackUrl("scb", SECRET),
                "anuyat.sandbox-bank.callback-pause", "500ms",
                "anuyat.sandbox-bank.refund-takes", "1s",
                // enough to outlast a restart of the adapter on a slow machine
                "anuyat.sandbox-bank.callback-tries", "120"));
        startAdapter(true);
    }

    /** Starts the adapter; without work it takes callbacks but does nothing with them. */
    void startAdapter(boolean work) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "anuyat.payments.agencies.bma.biller-id", BILLER,
                "anuyat.payments.agencies.bma.bank", "scb",
                "anuyat.payments.banks.scb.base-url", "http://localhost:" + bankPort + "/sandbox-bank/v1",
                "anuyat.payments.banks.scb.application-key", "sandbox-key",
                "anuyat.payments.banks.scb.application-secret", "sandbox-secret",
                "anuyat.payments.banks.scb.callback-secret", SECRET,
                "anuyat.payments.work-every", "100ms",
                "anuyat.payments.retry-first", "200ms",
                "anuyat.payments.work", Boolean.toString(work),
                "anuyat.payments.http.enabled", "true"));
        settings.put("anuyat.payments.http.token", TOKEN);
        settings.put("anuyat.payments.banks.scb.dialect.refunds", "/payment/billpayment/refunds");
        adapter = start(PaymentsService.class, adapterPort, adapterDatabase, settings);
    }

    void stopAdapter() {
        adapter.close();
    }

    private ConfigurableApplicationContext start(
            Class<?> application, int port, JdbcConnectionDetails database, Map<String, String> settings) {
        return new SpringApplicationBuilder(application)
                .initializers(context -> {
                    GenericApplicationContext beans = (GenericApplicationContext) context;
                    beans.registerBean(Clock.class, () -> clock);
                    beans.registerBean(PaymentNotices.class, () -> platform);
                })
                .properties(Map.of(
                        "server.port", port,
                        "spring.datasource.url", database.getJdbcUrl(),
                        "spring.datasource.username", database.getUsername(),
                        "spring.datasource.password", database.getPassword(),
                        "spring.datasource.hikari.maximum-pool-size", 6,
                        "spring.flyway.enabled", "false",
                        "spring.main.banner-mode", "off"))
                .properties(settings.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .toArray(String[]::new))
                .run();
    }

    Bills bills() {
        return adapter.getBean(Bills.class);
    }

    Reconciliation queue() {
        return adapter.getBean(Reconciliation.class);
    }

    Refunds refunds() {
        return adapter.getBean(Refunds.class);
    }

    JdbcClient books() {
        return adapter.getBean(JdbcClient.class);
    }

    JdbcClient ledger() {
        return bank.getBean(JdbcClient.class);
    }

    /** The adapter as the platform calls it from another process. */
    RestClient http() {
        return RestClient.builder()
                .baseUrl("http://localhost:" + adapterPort)
                .defaultHeaders(headers -> headers.setBearerAuth(TOKEN))
                .build();
    }

    BillOrder order(long satang) {
        String key = UUID.randomUUID().toString();
        Instant due = clock.instant().plus(Duration.ofDays(15));
        return new BillOrder(key, "bma", "กรุงเทพมหานคร", "ค่าธรรมเนียมใบอนุญาต", "นางสาวสมใจ ใจดี", satang, due, "APP-" + key);
    }

    Bill bill(long satang) {
        return bills().present(order(satang));
    }

    /** Pays at the bank's page, as a person would. */
    void pay(String qr, String manner, String baht) {
        post("/sandbox-bank/payments", Map.of(
                "qr", qr, "ticket", UUID.randomUUID().toString(), "manner", manner, "baht", baht));
    }

    void pay(Bill bill, String manner) {
        pay(bill.qrPayload(), manner, "");
    }

    void openBank(boolean open) {
        post("/sandbox-bank/opening", Map.of("open", Boolean.toString(open)));
    }

    /** Has the bank send its end-of-day file. */
    void deliverDayFile(LocalDate day) {
        post("/sandbox-bank/day-files", Map.of("biller", BILLER, "day", day.toString()));
    }

    private void post(String path, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpResponse<String> response = send(HttpRequest.newBuilder(URI.create("http://localhost:" + bankPort + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
        if (response.statusCode() != 302) {
            throw new IllegalStateException("the bank answered " + response.statusCode() + ": " + response.body());
        }
    }

    String callbackUrl(String bankName, String secret) {
        return "http://localhost:" + adapterPort + "/payments/callbacks/" + bankName + "/" + secret;
    }

    HttpResponse<String> callback(String bankName, String secret, String body) {
        return send(HttpRequest.newBuilder(URI.create(callbackUrl(bankName, secret)))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    /** Delivers a file as a bank does. */
    HttpResponse<String> dayFile(String bankName, String secret, byte[] file) {
        return send(HttpRequest.newBuilder(URI.create(callbackUrl(bankName, secret) + "/day-files"))
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofByteArray(file))
                .build());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JdbcConnectionDetails database() {
        try {
            return TestPostgres.newDatabase();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        adapter.close();
        bank.close();
    }
}
