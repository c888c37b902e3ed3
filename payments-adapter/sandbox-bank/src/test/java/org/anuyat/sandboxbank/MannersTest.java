package org.anuyat.sandboxbank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.anuyat.sandboxbank.ledger.Manner;
import org.anuyat.testing.TestPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Each way in which a payer or a bank may surprise: from the page on which it is chosen to what the biller hears of it. */
@SpringBootTest(
        classes = SandboxBank.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "anuyat.mode=demonstration",
            "anuyat.sandbox-bank.callback-late-by=3s",
            "anuyat.sandbox-bank.billers.099400016550100=กรุงเทพมหานคร",
            "spring.datasource.hikari.maximum-pool-size=4",
            "spring.flyway.enabled=false"
        })
@Import(TestPostgres.class)
class MannersTest {

    private static final String BILL = "00020101021230650016A00000067701011201150994000165501000212123456789012030667042953037645802TH54073649.2263044534";
    private static final List<String> HEARD = new CopyOnWriteArrayList<>();
    private static final List<byte[]> FILES = new CopyOnWriteArrayList<>();
    private static final HttpServer BILLER = biller();

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient sql;

    /** Acknowledges everything. */
    private static HttpServer biller() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
            server.createContext("/callback", exchange -> {
                byte[] body = exchange.getRequestBody().readAllBytes();
                if (exchange.getRequestURI().getPath().endsWith("/day-files")) {
                    FILES.add(body);
                } else {
                    HEARD.add(new String(body, StandardCharsets.UTF_8));
                }
                byte[] answer = "{\"resCode\":\"00\"}".getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @DynamicPropertySource
    static void callbackUrl(DynamicPropertyRegistry registry) {
        registry.add("anuyat.sandbox-bank.callback-url", () -> "http://localhost:" + BILLER.getAddress().getPort() + "/callback");
    }

    @AfterAll
    static void stop() {
        BILLER.stop(0);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, Map<String, String> form) throws IOException, InterruptedException {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private String pay(Manner manner) throws IOException, InterruptedException {
        String page = get("/sandbox-bank?qr=" + BILL).body();
        assertThat(page).contains("value=\"" + manner + "\"").doesNotContain("??");
        String ticket = UUID.randomUUID().toString();
        HttpResponse<String> answer = post("/sandbox-bank/payments", Map.of(
                "qr", BILL, "ticket", ticket, "manner", manner.name(), "baht", manner == Manner.WRONG_AMOUNT ? "1,000.50" : ""));
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(get("/sandbox-bank/slips/" + ticket).body()).doesNotContain("??");
        return ticket;
    }

    /** What the biller heard of one payment only: confirmations of payments made before may still come in. */
    private List<String> heardOf(String ticket) {
        List<String> said = sql.sql("select body from sandbox_bank.confirmation where ticket = ?::uuid")
                .param(ticket)
                .query(String.class)
                .list();
        return HEARD.stream().filter(said::contains).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "NORMAL, 1, 364922, 1",
        "TWICE, 2, 729844, 2",
        "LATE, 1, 364922, 1",
        "WRONG_AMOUNT, 1, 100050, 1",
        "CALLBACK_LOST, 1, 364922, 0",
        "CALLBACK_TWICE, 1, 364922, 2",
        "CALLBACK_LATE, 1, 364922, 1",
        "FORGED, 0, 0, 1"
    })
    void what_the_bank_holds_and_what_it_says(Manner manner, int payments, long satang, int confirmations) throws Exception {
        Instant before = Instant.now();
        String ticket = pay(manner);
        assertThat(sql.sql("select count(*) from sandbox_bank.payment where ticket = ?::uuid").param(ticket).query(Integer.class).single())
                .isEqualTo(payments);
        assertThat(sql.sql("select coalesce(sum(amount_satang), 0) from sandbox_bank.payment where ticket = ?::uuid")
                        .param(ticket)
                        .query(Long.class)
                        .single())
                .isEqualTo(satang);
        await().atMost(Duration.ofSeconds(20)).until(() -> heardOf(ticket).size() == confirmations);
        if (manner == Manner.CALLBACK_LATE) {
            assertThat(Duration.between(before, Instant.now())).isGreaterThanOrEqualTo(Duration.ofMillis(2_900));
        }
        if (manner == Manner.CALLBACK_LOST) {
            await().during(Duration.ofSeconds(2)).atMost(Duration.ofSeconds(4)).until(() -> heardOf(ticket).isEmpty());
        }
        if (manner == Manner.LATE) {
            assertThat(sql.sql("select paid_at from sandbox_bank.payment where ticket = ?::uuid")
                            .param(ticket)
                            .query(OffsetDateTime.class)
                            .single()
                            .toInstant())
                    .isAfter(before.plus(Duration.ofDays(59)));
        }
        assertThat(heardOf(ticket).stream().distinct().count()).isEqualTo(manner == Manner.CALLBACK_TWICE ? 1 : confirmations);
    }

    @Test
    void a_closed_bank_takes_money_and_answers_nobody() throws Exception {
        assertThat(get("/sandbox-bank").body()).contains("action=\"/sandbox-bank/opening\"");
        post("/sandbox-bank/opening", Map.of("open", "false"));
        try {
            pay(Manner.NORMAL);
            String question = "/sandbox-bank/v1/payment/billpayment/inquiry?billerId=099400016550100&reference1=123456789012&transactionDate="
                    + LocalDate.now(ZoneId.of("Asia/Bangkok"));
            assertThat(get(question).statusCode()).isEqualTo(503);
        } finally {
            post("/sandbox-bank/opening", Map.of("open", "true"));
        }
    }

    @Test
    void the_end_of_day_file_is_sent_on_demand() throws Exception {
        pay(Manner.NORMAL);
        FILES.clear();
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Bangkok"));
        assertThat(post("/sandbox-bank/day-files", Map.of("biller", "099400016550100", "day", today.toString())).statusCode()).isEqualTo(302);
        assertThat(FILES).singleElement().satisfies(file -> assertThat(file.length).isGreaterThanOrEqualTo(3 * 256));
    }
}
