package org.anuyat.payments.service.kills;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
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
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.anuyat.access.Outgoing;
import org.anuyat.payments.api.Bill;
import org.anuyat.payments.api.BillOrder;
import org.anuyat.payments.api.Bills;
import org.anuyat.payments.api.DayFiles;
import org.anuyat.payments.api.PaymentsOverHttp;
import org.anuyat.payments.api.Reconciliation;
import org.anuyat.payments.api.refunds.Refunds;
import org.anuyat.sandboxbank.SandboxBank;
import org.anuyat.testing.TestPostgres;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** A bank, a platform that listens, and between them the adapter as a process that can be killed; all of them speak HTTP. */
final class Quarter implements AutoCloseable {

    static final String BILLER = "099400016550100";
    static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");
    /** A busy machine takes its time to start a killed process again. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String SECRET = "a-secret-nobody-guesses";
    private static final String TOKEN = "the-platforms-token-at-the-adapter-0123456789";

    final Listener platform = new Listener();
    final Relay toPlatform = new Relay(platform.url());
    final Relay toBank;
    final AdapterProcess adapter;
    final DriverManagerDataSource database;
    private final int bankPort = freePort();
    private final ConfigurableApplicationContext bank;
    private final RestClient http;

    Quarter() {
        int adapterPort = freePort();
        bank = bank(bankPort, "http://localhost:" + adapterPort + "/payments/callbacks/scb/" + SECRET);
        toBank = new Relay(URI.create("http://localhost:" + bankPort));
        JdbcConnectionDetails books = newDatabase();
        database = new DriverManagerDataSource(books.getJdbcUrl(), books.getUsername(), books.getPassword());
        Map<String, String> settings = new HashMap<>(Map.of(
                "spring.datasource.url", books.getJdbcUrl(),
                "spring.datasource.username", books.getUsername(),
                "spring.datasource.password", books.getPassword(),
                "spring.datasource.hikari.maximum-pool-size", "12",
                "anuyat.payments.http.token", TOKEN,
                "anuyat.payments.notices.url", toPlatform.url().toString(),
                "anuyat.payments.notices.http.token", Listener.TOKEN,
                "anuyat.payments.lease", "3s",
                "anuyat.payments.work-every", "100ms",
                "anuyat.payments.retry-first", "200ms"));
        settings.putAll(Map.of(
                "anuyat.payments.retry-longest", "1s",
                "anuyat.payments.ask-again-every", "3s",
                "anuyat.payments.agencies.bma.biller-id", BILLER,
                "anuyat.payments.agencies.bma.bank", "scb",
                "anuyat.payments.banks.scb.base-url", toBank.url() + "/sandbox-bank/v1",
                "anuyat.payments.banks.scb.application-key", "sandbox-key",
                "anuyat.payments.banks.scb.application-secret", "sandbox-secret",
                "anuyat.payments.banks.scb.callback-secret", SECRET,
                "anuyat.payments.banks.scb.dialect.refunds", "/payment/billpayment/refunds"));
        adapter = new AdapterProcess(adapterPort, settings);
        http = new Outgoing(null, "payments", TOKEN, null, Clock.systemUTC()).to(adapter.url(), Duration.ofSeconds(60));
    }

    private static ConfigurableApplicationContext bank(int port, String callbackUrl) {
        JdbcConnectionDetails ledger = newDatabase();
        return new SpringApplicationBuilder(SandboxBank.class)
                .initializers(context -> ((GenericApplicationContext) context).registerBean(Clock.class, Clock::systemUTC))
                .properties(Map.of(
                        "server.port", port,
                        "spring.datasource.url", ledger.getJdbcUrl(),
                        "spring.datasource.username", ledger.getUsername(),
                        "spring.datasource.password", ledger.getPassword(),
                        "spring.datasource.hikari.maximum-pool-size", 6,
                        "spring.flyway.enabled", "false",
                        "spring.main.banner-mode", "off",
                        "anuyat.mode", "demonstration",
                        "anuyat.sandbox-bank.callback-url", callbackUrl))
                .properties(Map.of(
                        // enough to outlast every start of the adapter
                        "anuyat.sandbox-bank.callback-tries", 1_000,
                        "anuyat.sandbox-bank.callback-pause", "500ms",
                        "anuyat.sandbox-bank.callback-late-by", "2s",
                        "anuyat.sandbox-bank.refund-takes", "1s"))
                .run();
    }

    Bills bills() {
        return PaymentsOverHttp.client(Bills.class, http);
    }

    Refunds refunds() {
        return PaymentsOverHttp.client(Refunds.class, http);
    }

    Reconciliation queue() {
        return PaymentsOverHttp.client(Reconciliation.class, http);
    }

    DayFiles dayFiles() {
        return PaymentsOverHttp.client(DayFiles.class, http);
    }

    JdbcClient books() {
        return JdbcClient.create(database);
    }

    JdbcClient ledger() {
        return bank.getBean(JdbcClient.class);
    }

    /** Kills the adapter and starts it again. */
    void killAndStart() {
        adapter.kill();
        adapter.start();
    }

    /** Does what the platform's jobs do: calls again until there is an answer. */
    <T> T insisting(Supplier<T> call) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return call.get();
            } catch (RestClientException away) {
                if (System.nanoTime() > end) {
                    throw away;
                }
                try {
                    Thread.sleep(200);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    BillOrder order(long satang) {
        String key = UUID.randomUUID().toString();
        return new BillOrder(
                key, "bma", "กรุงเทพมหานคร", "ค่าธรรมเนียมใบอนุญาต", "นางสาวสมใจ ใจดี", satang, Instant.now().plus(Duration.ofDays(15)), key);
    }

    Bill bill(long satang) {
        BillOrder order = order(satang);
        return insisting(() -> bills().present(order));
    }

    /** Pays at the bank's page, as a person would. */
    void pay(Bill bill, String manner) {
        post("/sandbox-bank/payments", Map.of(
                "qr", bill.qrPayload(),
                "ticket", UUID.randomUUID().toString(),
                "manner", manner,
                "baht", manner.equals("WRONG_AMOUNT") ? "12345.67" : ""));
    }

    void openBank(boolean open) {
        post("/sandbox-bank/opening", Map.of("open", Boolean.toString(open)));
    }

    /** What the bank offers for download. */
    byte[] dayFile(LocalDate day) {
        return send(HttpRequest.newBuilder(
                URI.create("http://localhost:" + bankPort + "/sandbox-bank/day-files/file?biller=" + BILLER + "&day=" + day)).build()).body();
    }

    /** Begins to bring a file to the adapter; the rest never comes. */
    Socket sendsHalf(byte[] file) throws IOException, InterruptedException {
        Socket sender = new Socket("localhost", adapter.url().getPort());
        sender.getOutputStream().write(("POST /payments/v1/day-files?agency=bma HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + TOKEN
                        + "\r\nContent-Type: application/octet-stream\r\nContent-Length: " + file.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        sender.getOutputStream().write(file, 0, file.length / 2);
        sender.getOutputStream().flush();
        // long enough for it to arrive and be read
        Thread.sleep(300);
        return sender;
    }

    private void post(String path, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpResponse<byte[]> response = send(HttpRequest.newBuilder(URI.create("http://localhost:" + bankPort + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
        if (response.statusCode() != 302) {
            throw new IllegalStateException("the bank answered " + response.statusCode());
        }
    }

    private static HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JdbcConnectionDetails newDatabase() {
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
        toBank.close();
        toPlatform.close();
        platform.close();
        bank.close();
    }
}
