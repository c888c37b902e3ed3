package org.anuyat.payments.service.banks;

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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.anuyat.payments.api.Bill;
import org.anuyat.payments.api.BillOrder;
import org.anuyat.payments.api.Bills;
import org.anuyat.payments.api.DiscrepancyNotice;
import org.anuyat.payments.api.PaymentNotice;
import org.anuyat.payments.api.PaymentNotices;
import org.anuyat.payments.api.PaymentsOverHttp;
import org.anuyat.payments.api.dayfiles.DayFiles;
import org.anuyat.payments.api.refunds.RefundNotice;
import org.anuyat.payments.api.slips.Slips;
import org.anuyat.payments.service.PaymentsService;
import org.anuyat.payments.service.running.Launch;
import org.anuyat.testing.FreePort;
import org.anuyat.testing.TestPostgres;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.RestClient;

/** The adapter as an application of its own, which banks reach over HTTP. */
final class Office implements AutoCloseable {

    static final String BILLER = "099400016550100";
    static final String SECRET = "a-secret-nobody-guesses";
    private static final String TOKEN = "a-token-of-the-platform-0123456789";

    private final int port = FreePort.find();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Ears ears = new Ears();
    private final ConfigurableApplicationContext context;

    /** @param settings beside those of an agency whose biller ID is {@link #BILLER} */
    Office(Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(settings);
        all.putAll(Map.of(
                "anuyat.payments.http.enabled", "true",
                "anuyat.payments.http.token", TOKEN,
                "anuyat.payments.agencies.bma.biller-id", BILLER,
                "anuyat.payments.work-every", "100ms",
                "anuyat.payments.retry-first", "200ms",
                "anuyat.payments.retry-longest", "400ms"));
        context = Launch.start(PaymentsService.class, port, TestPostgres.newDatabase(), all, beans -> {
            beans.registerBean(Clock.class, Clock::systemUTC);
            beans.registerBean(PaymentNotices.class, () -> ears);
        });
    }

    /** The platform, which acknowledges whatever it is told. */
    private static final class Ears implements PaymentNotices {

        private final List<PaymentNotice> posted = new CopyOnWriteArrayList<>();
        private final List<UUID> questioned = new CopyOnWriteArrayList<>();

        @Override
        public void paymentPosted(PaymentNotice notice) {
            posted.add(notice);
        }

        @Override
        public void paymentException(DiscrepancyNotice notice) {
            questioned.add(notice.bill().id());
        }

        @Override
        public void refundEnded(RefundNotice notice) {}
    }

    Bill bill(long satang, Duration untilDue) {
        String key = UUID.randomUUID().toString();
        return bills().present(new BillOrder(
                key, "bma", "กรุงเทพมหานคร", "ค่าธรรมเนียมใบอนุญาต", "นางสาวสมใจ ใจดี", satang, Instant.now().plus(untilDue), key));
    }

    /** How often the platform heard that money of a bill needs a decision. */
    long questioned(Bill bill) {
        return ears.questioned.stream().filter(id -> id.equals(bill.id())).count();
    }

    /** What the platform heard about settled bills. */
    List<PaymentNotice> heard(Bill bill) {
        return ears.posted.stream().filter(notice -> notice.bill().id().equals(bill.id())).toList();
    }

    Bills bills() {
        return context.getBean(Bills.class);
    }

    DayFiles dayFiles() {
        return context.getBean(DayFiles.class);
    }

    /** As the platform reaches it from another process. */
    Slips slips() {
        return PaymentsOverHttp.client(
                Slips.class,
                RestClient.builder()
                        .baseUrl("http://localhost:" + port)
                        .defaultHeaders(headers -> headers.setBearerAuth(TOKEN))
                        .build());
    }

    Bank bank(String name) {
        return context.getBean(Banks.class).named(name);
    }

    DataSource database() {
        return context.getBean(DataSource.class);
    }

    JdbcClient books() {
        return context.getBean(JdbcClient.class);
    }

    /** A call of a bank, with its headers in pairs. */
    HttpResponse<String> call(String bank, byte[] body, String... headers) {
        return send(HttpRequest.newBuilder(URI.create(url(bank))).headers(headers).POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    HttpResponse<String> dayFile(String bank, byte[] file, String... headers) {
        return send(HttpRequest.newBuilder(URI.create(url(bank) + "/day-files"))
                .headers(headers)
                .POST(HttpRequest.BodyPublishers.ofByteArray(file)));
    }

    private String url(String bank) {
        return "http://localhost:" + port + "/payments/callbacks/" + bank + "/" + SECRET;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
