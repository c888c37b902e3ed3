package org.anuyat.payments.service.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.anuyat.payments.api.Bill;
import org.anuyat.payments.api.BillOrder;
import org.anuyat.payments.api.Bills;
import org.anuyat.payments.api.PaymentNotices;
import org.anuyat.payments.api.Reconciliation;
import org.anuyat.payments.api.refunds.Refunds;
import org.anuyat.payments.service.PaymentsService;
import org.anuyat.payments.service.running.Launch;
import org.anuyat.payments.service.running.Payer;
import org.anuyat.sandboxbank.SandboxBank;
import org.anuyat.testing.FreePort;
import org.anuyat.testing.TestPostgres;
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
    private final int adapterPort = FreePort.find();
    private final int bankPort = FreePort.find();
    private final JdbcConnectionDetails adapterDatabase = TestPostgres.newDatabase();
    final Payer payer = new Payer(bankPort);
    private final HttpClient http = HttpClient.newHttpClient();
    private ConfigurableApplicationContext adapter;
    private final ConfigurableApplicationContext bank;

    Town() {
        bank = Launch.start(SandboxBank.class, bankPort, TestPostgres.newDatabase(), Map.of(
                "anuyat.mode", "demonstration",
                "anuyat.sandbox-bank.callback-url", callbackUrl("scb", SECRET),
                "anuyat.sandbox-bank.callback-pause", "500ms",
                "anuyat.sandbox-bank.refund-takes", "1s",
                // enough to outlast a restart of the adapter on a slow machine
                "anuyat.sandbox-bank.callback-tries", "120"), this::outside);
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
        adapter = Launch.start(PaymentsService.class, adapterPort, adapterDatabase, settings, this::outside);
    }

    private void outside(GenericApplicationContext beans) {
        beans.registerBean(Clock.class, () -> clock);
        beans.registerBean(PaymentNotices.class, () -> platform);
    }

    void stopAdapter() {
        adapter.close();
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

    void pay(Bill bill, String manner) {
        payer.pay(bill.qrPayload(), manner, "");
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

    @Override
    public void close() {
        adapter.close();
        bank.close();
    }
}
