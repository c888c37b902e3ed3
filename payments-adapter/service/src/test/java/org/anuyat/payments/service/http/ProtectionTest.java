package org.anuyat.payments.service.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import org.anuyat.access.OAuth2Client;
import org.anuyat.access.Outgoing;
import org.anuyat.payments.api.Bill;
import org.anuyat.payments.api.BillOrder;
import org.anuyat.payments.api.Bills;
import org.anuyat.payments.api.PaymentsOverHttp;
import org.anuyat.payments.api.PaymentsRefusal;
import org.anuyat.payments.api.PaymentsRefusal.Reason;
import org.anuyat.payments.api.dayfiles.DayFiles;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.InputStreamResource;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Nobody gets at bills and money without proof of who they are, and the proof has to be meant for this. */
class ProtectionTest {

    private static final String AUDIENCE = "anuyat-payments";

    @TempDir
    private static Path folder;

    private static Issuer issuer;
    private static Adapter adapter;

    @BeforeAll
    static void open() throws Exception {
        issuer = new Issuer(AUDIENCE, "payments");
        adapter = new Adapter(Map.of("anuyat.payments.http.oauth2.issuer", issuer.url()));
    }

    @AfterAll
    static void close() {
        adapter.close();
        issuer.close();
    }

    private static HttpResponse<String> ask(String method, String path, @Nullable String token) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + adapter.port() + path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString("{}"));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static Outgoing platform(String secret) {
        return new Outgoing(
                new OAuth2Client(issuer.tokenUri(), Issuer.CLIENT, secret, null), "payments", null, null, Clock.systemUTC());
    }

    private static RestClient http(Outgoing platform) {
        return platform.to(URI.create("http://localhost:" + adapter.port()), Duration.ofSeconds(20));
    }

    private static BillOrder order() {
        String key = UUID.randomUUID().toString();
        return new BillOrder(
                key, "bma", "กรุงเทพมหานคร", "ค่าธรรมเนียม", "นางสาวสมใจ ใจดี", 150_000, Instant.now().plus(Duration.ofDays(15)), key);
    }

    @Test
    void every_endpoint_of_the_contract_wants_a_token() throws Exception {
        Map<String, String> guarded = adapter.context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .stream()
                .flatMap(mapping -> mapping.getPatternValues().stream()
                        .filter(pattern -> pattern.startsWith("/payments/v1/"))
                        .flatMap(pattern -> mapping.getMethodsCondition().getMethods().stream()
                                .map(method -> method + " " + pattern.replaceAll("\\{[^}]+}", UUID.randomUUID().toString()))))
                .collect(Collectors.toMap(call -> call, call -> call));
        assertThat(guarded).hasSizeGreaterThanOrEqualTo(15);
        for (String call : guarded.keySet()) {
            HttpResponse<String> answer = ask(call.split(" ")[0], call.split(" ")[1] + "?agency=bma", null);
            assertThat(answer.statusCode()).as(call).isEqualTo(401);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
            assertThat(answer.body()).isEqualTo(
                    "{\"type\":\"about:blank\",\"title\":\"Unauthorized\",\"status\":401,\"detail\":\"A valid token is needed.\"}");
        }
    }

    @Test
    void a_token_counts_only_if_it_is_this_issuers_for_this_service_and_still_valid() throws Exception {
        Bill bill = PaymentsOverHttp.client(Bills.class, http(platform(Issuer.CLIENT_SECRET))).present(order());
        String path = "/payments/v1/bills/" + bill.id();
        Duration life = Duration.ofMinutes(5);
        try (Issuer other = new Issuer(AUDIENCE, "payments")) {
            for (String bad : List.of(
                    "nonsense",
                    "a.b.c",
                    issuer.forgedToken(AUDIENCE, "payments"),
                    other.token(AUDIENCE, "payments", life),
                    issuer.token("anuyat-signing", "payments", life),
                    issuer.token(AUDIENCE, "payments", Duration.ofMinutes(-5)))) {
                HttpResponse<String> answer = ask("GET", path, bad);
                assertThat(answer.statusCode()).isEqualTo(401);
                assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow()).contains("invalid_token");
                assertThat(answer.body()).doesNotContain(bill.reference1(), "สมใจ");
            }
        }
        HttpResponse<String> answer = ask("GET", path, issuer.token(AUDIENCE, "signing payment-notices", life));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow()).contains("insufficient_scope");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).doesNotContain(bill.reference1(), "สมใจ");
        assertThat(ask("GET", path, issuer.token(AUDIENCE, "signing payments", life)).body()).contains(bill.reference1());
    }

    @Test
    void no_spelling_of_a_path_leads_around_it() throws Exception {
        Bill bill = PaymentsOverHttp.client(Bills.class, http(platform(Issuer.CLIENT_SECRET))).present(order());
        for (String before : List.of(
                "/payments/v1/bills/", "/payments/v1;a=b/bills/", "/payments;/v1/bills/", "//payments/v1/bills/", "/payments//v1/bills/",
                "/%70ayments/v1/bills/", "/payments/%76%31/bills/", "/payments/x/../v1/bills/", "/payments/./v1/bills/",
                "/payments/callbacks/../v1/bills/", "/PAYMENTS/v1/bills/")) {
            HttpResponse<String> answer = ask("GET", before + bill.id(), null);
            assertThat(answer.statusCode()).as(before).isIn(400, 401, 404);
            assertThat(answer.body()).doesNotContain(bill.reference1());
        }
        assertThat(ask("GET", "/payments/v1/nothing/here", null).statusCode()).isEqualTo(401);
    }

    @Test
    void banks_need_no_token() throws Exception {
        assertThat(ask("POST", "/payments/callbacks/link/" + Adapter.SECRET, null).statusCode()).isEqualTo(400);
        assertThat(ask("POST", "/payments/callbacks/link/a-secret-somebody-guessed", null).statusCode()).isEqualTo(404);
    }

    @Test
    void a_client_asks_for_one_token_only_and_without_its_secret_gets_none() {
        Bills bills = PaymentsOverHttp.client(Bills.class, http(platform(Issuer.CLIENT_SECRET)));
        int before = issuer.given.get();
        BillOrder order = order();
        Bill bill = bills.present(order);
        assertThat(bills.present(order)).isEqualTo(bill);
        assertThat(issuer.given.get()).isEqualTo(before + 1);
        Bills stranger = PaymentsOverHttp.client(Bills.class, http(platform("another-secret")));
        assertThatThrownBy(() -> stranger.present(order)).isInstanceOf(RestClientException.class);
    }

    @Test
    void files_go_over_as_streams_and_refusals_come_back_in_words() {
        DayFiles files = PaymentsOverHttp.client(DayFiles.class, http(platform(Issuer.CLIENT_SECRET)));
        byte[] large = new byte[8 << 20];
        assertThatThrownBy(() -> files.receive("bma", new InputStreamResource(new ByteArrayInputStream(large))))
                .isInstanceOfSatisfying(PaymentsRefusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(Reason.FILE_MALFORMED))
                .hasMessageContaining("line 1");
        assertThat(files.files("bma", 10)).isEmpty();
    }

    @Test
    void while_the_issuer_is_away_the_answer_is_that_it_cannot_be_told() throws Exception {
        Issuer away = new Issuer(AUDIENCE, "payments");
        String token = away.token(AUDIENCE, "payments", Duration.ofMinutes(5));
        try (Adapter orphan = new Adapter(Map.of("anuyat.payments.http.oauth2.issuer", away.url()))) {
            away.close();
            HttpResponse<String> answer = HttpClient.newHttpClient().send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + orphan.port() + "/payments/v1/bills/" + UUID.randomUUID()))
                            .header("Authorization", "Bearer " + token)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("Tokens can't be checked");
        }
    }

    @Test
    void it_does_not_start_unprotected() {
        assertThatThrownBy(() -> new Adapter(Map.of())).hasStackTraceContaining("anuyat.payments.http.enabled needs one of");
        assertThatThrownBy(() -> new Adapter(Map.of("anuyat.payments.http.token", "")))
                .hasStackTraceContaining("anuyat.payments.http.enabled needs one of");
        assertThatThrownBy(() -> new Adapter(Map.of("anuyat.payments.http.token", "short")))
                .hasStackTraceContaining("anuyat.payments.http.token must have at least 32 characters");
    }

    @Test
    void a_known_certificate_is_proof_enough() throws Exception {
        TlsKeys keys = new TlsKeys(folder);
        for (String name : List.of("server", "platform", "other")) {
            keys.make(name, name.equals("server") ? "CN=localhost" : "CN=" + name + ".example");
        }
        keys.trust("platform");
        keys.trust("other");
        Map<String, Object> settings = new HashMap<>(keys.server());
        settings.put("anuyat.payments.http.client-certificates", keys.fingerprint("platform"));
        try (Adapter secured = new Adapter(settings)) {
            URI base = URI.create("https://localhost:" + secured.port());
            BillOrder order = order();
            assertThat(bills(base, keys.client("platform")).present(order).amountSatang()).isEqualTo(150_000);
            for (String name : new String[] {"other", null}) {
                Bills stranger = bills(base, keys.client(name));
                assertThatThrownBy(() -> stranger.present(order)).isInstanceOf(RestClientException.class).hasMessageContaining("401");
            }
        }
    }

    private static Bills bills(URI base, SSLContext tls) {
        return PaymentsOverHttp.client(
                Bills.class, new Outgoing(null, "payments", null, () -> tls, Clock.systemUTC()).to(base, Duration.ofSeconds(20)));
    }
}
