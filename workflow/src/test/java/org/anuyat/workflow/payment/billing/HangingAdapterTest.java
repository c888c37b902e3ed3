package org.anuyat.workflow.payment.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.anuyat.payments.api.PaymentsRefusal;
import org.anuyat.payments.api.slips.Slips;
import org.anuyat.testing.SettableClock;
import org.anuyat.workflow.payment.Billing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.web.client.ResourceAccessException;

/** An adapter that takes calls and doesn't answer them, over real HTTP. */
class HangingAdapterTest {

    private static final Duration TIME_OUT = Duration.ofMillis(1_500);
    private static final UUID BILL = UUID.randomUUID();
    private static final String REPORTS = """
            [{"bank": "002", "transactionId": "BBL0001", "amountSatang": 200000, "paidAt": "2026-11-21T03:00:00Z"}]""";

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-21T03:00:00Z"));
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile boolean hangs = true;
    private volatile boolean stopsHalfWay;
    private HttpServer server;
    private Billing billing;
    private SlipsByAdapter slips;

    @BeforeEach
    void start() throws IOException {
        listen(0);
        PaymentsElsewhere elsewhere = new PaymentsElsewhere();
        PaymentsElsewhere.Adapter adapter = elsewhere.paymentsAdapter(
                new PaymentsElsewhere.Access(
                        URI.create("http://localhost:" + server.getAddress().getPort()),
                        new PaymentsElsewhere.Access.FixedToken("0123456789abcdef0123456789abcdef"),
                        null,
                        null,
                        TIME_OUT),
                new StaticListableBeanFactory().getBeanProvider(SslBundles.class),
                clock);
        Breaker breaker = new Breaker(clock);
        billing = new BillingByAdapter(elsewhere.bills(adapter), breaker);
        Slips client = elsewhere.slips(adapter);
        slips = new SlipsByAdapter(client, breaker);
    }

    private void listen(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress("localhost", port), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        try (exchange) {
            if (hangs) {
                end.await();
                return;
            }
            boolean reports = exchange.getRequestURI().getPath().endsWith("/" + BILL + "/reports");
            byte[] body = (reports ? REPORTS : "{\"type\": \"urn:anuyat:payments:not-found\"}").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", reports ? "application/json" : "application/problem+json");
            exchange.sendResponseHeaders(reports ? 200 : 404, body.length);
            if (stopsHalfWay) {
                exchange.getResponseBody().write(body, 0, body.length / 2);
                exchange.getResponseBody().flush();
                end.await();
            }
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void one_poll_waits_and_the_others_go_on_without_asking() {
        assertThat(billing.isReported(BILL)).isFalse();
        assertThat(asked).hasValue(1);
        for (int poll = 0; poll < 100; poll++) {
            assertThat(billing.isReported(BILL)).isFalse();
            assertThat(billing.undecided(BILL)).as("not known isn't none").isEmpty();
            assertThat(slips.toShow(BILL)).isEmpty();
        }
        assertThat(asked).hasValue(1);
    }

    @Test
    void after_the_pause_one_question_of_many_goes_through() throws Exception {
        billing.isReported(BILL);
        clock.advance(Breaker.PAUSE);
        List<Future<Boolean>> polls = new ArrayList<>();
        for (int poll = 0; poll < 20; poll++) {
            polls.add(threads.submit(() -> billing.isReported(BILL)));
        }
        for (Future<Boolean> poll : polls) {
            assertThat(poll.get(10, TimeUnit.SECONDS)).isFalse();
        }
        assertThat(asked).hasValue(2);

        hangs = false;
        assertThat(billing.isReported(BILL)).as("the pause begins anew").isFalse();
        clock.advance(Breaker.PAUSE);
        assertThat(billing.isReported(BILL)).isTrue();
        assertThat(billing.isReported(BILL)).as("asked as before").isTrue();
        assertThat(asked).hasValue(4);
    }

    @Test
    void what_moves_money_asks_all_the_same() {
        billing.isReported(BILL);
        assertThatThrownBy(() -> billing.close(BILL)).isInstanceOf(ResourceAccessException.class);
        assertThatThrownBy(() -> billing.present(new Billing.Order("TYM-1", "TYM", "x", "x", "x", 100, clock.instant())))
                .isInstanceOf(ResourceAccessException.class);
        assertThatThrownBy(() -> slips.ofBill(BILL)).as("whether a slip waits decides about the bill").isInstanceOf(ResourceAccessException.class);
        assertThat(asked).hasValue(4);
        hangs = false;
        assertThatThrownBy(() -> billing.close(BILL)).isInstanceOf(PaymentsRefusal.class);
        assertThat(asked).hasValue(5);
    }

    @Test
    void a_refusal_is_an_answer() {
        hangs = false;
        UUID unknown = UUID.randomUUID();
        assertThat(billing.isReported(unknown)).isFalse();
        assertThat(billing.isReported(unknown)).isFalse();
        assertThat(asked).hasValue(2);
    }

    @Test
    void an_answer_that_stops_half_way_is_none() {
        hangs = false;
        stopsHalfWay = true;
        assertThat(billing.isReported(BILL)).isFalse();
        assertThat(billing.isReported(BILL)).isFalse();
        assertThat(asked).hasValue(1);
    }

    @Test
    void an_adapter_that_is_away_is_left_alone_too() throws Exception {
        hangs = false;
        int port = server.getAddress().getPort();
        server.stop(0);
        assertThat(billing.isReported(BILL)).isFalse();
        listen(port);
        for (int poll = 0; poll < 100; poll++) {
            assertThat(billing.isReported(BILL)).isFalse();
        }
        assertThat(asked).as("back, and not asked before the pause is over").hasValue(0);
        clock.advance(Breaker.PAUSE);
        assertThat(billing.isReported(BILL)).isTrue();
    }
}
