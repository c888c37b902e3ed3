package org.anuyat.payments.service.kills;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.anuyat.access.Outgoing;
import org.anuyat.payments.api.Bill;
import org.anuyat.payments.api.BillOrder;
import org.anuyat.payments.api.Bills;
import org.anuyat.payments.api.PaymentsOverHttp;
import org.anuyat.payments.api.Reconciliation;
import org.anuyat.payments.api.dayfiles.DayFiles;
import org.anuyat.payments.api.refunds.Refunds;
import org.anuyat.payments.service.running.Launch;
import org.anuyat.payments.service.running.Payer;
import org.anuyat.sandboxbank.SandboxBank;
import org.anuyat.testing.FreePort;
import org.anuyat.testing.TestPostgres;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** A bank, a platform that listens, and between them the adapter as processes that can be killed; all of them speak HTTP. */
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
    /** The only one, or the first of several. */
    final AdapterProcess adapter;
    final List<AdapterProcess> adapters;
    /** How the other adapters reach the platform. */
    final List<Relay> othersToPlatform = new ArrayList<>();
    final DriverManagerDataSource database;
    final Payer payer;
    final FileBank fileBank;
    private final ConfigurableApplicationContext bank;
    private final @Nullable Relay entrance;
    private final RestClient http;

    Quarter() {
        this(1, Duration.ofSeconds(3));
    }

    /**
     * Opens it with several adapters behind one entrance, as a proxy makes it.
     *
     * @param lease how long work stays with the process that took it up
     */
    Quarter(int processes, Duration lease) {
        List<Integer> ports = Stream.generate(FreePort::find).limit(processes).toList();
        entrance = processes == 1
                ? null
                : new Relay(ports.stream().map(port -> URI.create("http://localhost:" + port)).toArray(URI[]::new));
        URI adapterUrl = entrance == null ? URI.create("http://localhost:" + ports.get(0)) : entrance.url();
        int bankPort = FreePort.find();
        bank = Launch.start(
                SandboxBank.class,
                bankPort,
                TestPostgres.newDatabase(),
                Map.of(
                        "anuyat.mode", "demonstration",
                        "anuyat.sandbox-bank.callback-url", adapterUrl + "/payments/callbacks/scb/" + SECRET,
                        // enough to outlast every start of the adapter
                        "anuyat.sandbox-bank.callback-tries", 1_000,
                        "anuyat.sandbox-bank.callback-pause", "500ms",
                        "anuyat.sandbox-bank.callback-late-by", "2s",
                        "anuyat.sandbox-bank.refund-takes", "1s"),
                beans -> beans.registerBean(Clock.class, Clock::systemUTC));
        payer = new Payer(bankPort);
        toBank = new Relay(URI.create("http://localhost:" + bankPort));
        JdbcConnectionDetails books = TestPostgres.newDatabase();
        database = new DriverManagerDataSource(books.getJdbcUrl(), books.getUsername(), books.getPassword());
        Map<String, String> settings = new HashMap<>(Map.of(
                "spring.datasource.url", books.getJdbcUrl(),
                "spring.datasource.username", books.getUsername(),
                "spring.datasource.password", books.getPassword(),
                "spring.datasource.hikari.maximum-pool-size", "12",
                "anuyat.payments.http.token", TOKEN,
                "anuyat.payments.notices.url", toPlatform.url().toString(),
                "anuyat.payments.notices.http.token", Listener.TOKEN,
                "anuyat.payments.lease", lease.toSeconds() + "s",
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
        settings.putAll(FileBank.settings());
        adapters = startAll(ports, settings);
        adapter = adapters.get(0);
        http = new Outgoing(null, "payments", TOKEN, null, Clock.systemUTC()).to(adapterUrl, Duration.ofSeconds(60));
        fileBank = new FileBank(books(), this::dayFiles);
    }

    /** All at the same time, so that they meet an empty database together. */
    private List<AdapterProcess> startAll(List<Integer> ports, Map<String, String> settings) {
        List<CompletableFuture<AdapterProcess>> starting = new ArrayList<>();
        for (int port : ports) {
            Map<String, String> own = new HashMap<>(settings);
            if (!starting.isEmpty()) {
                Relay relay = new Relay(platform.url());
                othersToPlatform.add(relay);
                own.put("anuyat.payments.notices.url", relay.url().toString());
            }
            starting.add(CompletableFuture.supplyAsync(() -> new AdapterProcess(port, own)));
        }
        return starting.stream().map(CompletableFuture::join).toList();
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
        payer.pay(bill.qrPayload(), manner, manner.equals("WRONG_AMOUNT") ? "12345.67" : "");
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

    @Override
    public void close() {
        adapters.forEach(AdapterProcess::close);
        if (entrance != null) {
            entrance.close();
        }
        toBank.close();
        toPlatform.close();
        othersToPlatform.forEach(Relay::close);
        platform.close();
        bank.close();
    }
}
