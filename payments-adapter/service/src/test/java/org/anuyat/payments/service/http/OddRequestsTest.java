package org.anuyat.payments.service.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever sends something odd is told what is wrong with it, and nothing of it is kept or cut to fit. */
class OddRequestsTest {

    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final String ORDER =
            """
            {"idempotencyKey":"odd","agency":"bma","billerName":"กรุงเทพมหานคร","description":"ค่าธรรมเนียม","payerName":"นางสาวสมใจ ใจดี",
             "amountSatang":150,"due":"2026-12-01T00:00:00Z","applicationNumber":"APP-1"}
            """;
    private static final String CALL =
            """
            {"call":"confirm","transactionId":"T-1","billerId":"099400016550100","reference1":"000000000019","reference2":"20261201",
             "amount":"1.50","paidAt":"2026-11-20T10:11:12+07:00"}
            """;

    private static Adapter adapter;

    @BeforeAll
    static void open() {
        adapter = new Adapter(Map.of("anuyat.payments.http.token", TOKEN));
    }

    @AfterAll
    static void close() {
        adapter.close();
    }

    private static HttpResponse<String> send(String path, String body) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + adapter.port() + path))
                        .header("Authorization", "Bearer " + TOKEN)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static long count(String table) {
        return adapter.context.getBean(JdbcClient.class).sql("select count(*) from payments." + table).query(Long.class).single();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "150,;0,;amountSatang must be 1 to 999999999999, not 0",
        "150,;1.5,;amountSatang isn't in the contract's shape",
        "150,;{},;amountSatang isn't in the contract's shape",
        "\"2026-12-01T00:00:00Z\";null;due must be a moment from 1970 to 9999",
        "\"2026-12-01T00:00:00Z\";\"+99999-12-01T00:00:00Z\";due must be a moment from 1970 to 9999",
        "\"2026-12-01T00:00:00Z\";\"tomorrow\";due isn't in the contract's shape",
        "\"bma\";null;agency must have 1 to 50 characters",
        "\"APP-1\";\"APP\\u0000\";applicationNumber must not have the character U+0000",
        "\"odd\",;\"odd\";the body is missing or isn't in the contract's shape"
    })
    void an_order_is_refused_with_the_reason(String what, String instead, String reason) throws Exception {
        HttpResponse<String> answer = send("/payments/v1/bills", ORDER.replace(what, instead));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"" + reason + "\"", "urn:anuyat:payments:senseless");
        assertThat(count("bill")).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "T-1;T\\u0000;transactionId must not have control characters",
        "000000000019;00000000001\\u0007;reference1 must not have control characters",
        "2026-11;2569-11;paidAt must have a year of the Gregorian calendar, from 2000 to 2399",
        "2026-11;+999999999-11;paidAt must have a year of the Gregorian calendar, from 2000 to 2399"
    })
    void a_call_that_no_book_can_hold_is_stored_as_it_came_and_refused(String what, String instead, String reason) throws Exception {
        long before = count("callback");
        HttpResponse<String> answer = send("/payments/callbacks/link/" + Adapter.SECRET, CALL.replace(what, instead));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"" + reason + "\"");
        assertThat(count("callback")).isEqualTo(before + 1);
        assertThat(count("callback where state = 'WAITING'")).isZero();
        assertThat(count("bank_report")).isZero();
    }

    @Test
    void a_search_for_what_no_text_has_is_the_callers_mistake() throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + adapter.port()
                                + "/payments/v1/discrepancies?agency=bma&undecidedOnly=true&text=%00&page=0&size=10"))
                        .header("Authorization", "Bearer " + TOKEN)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("no text may have the character U+0000");
    }

    @Test
    void what_fails_here_says_so_as_a_problem_without_the_path_of_the_secret() throws Exception {
        JdbcClient books = adapter.context.getBean(JdbcClient.class);
        books.sql("alter table payments.callback rename to callback_away").update();
        try {
            HttpResponse<String> answer = send("/payments/callbacks/link/" + Adapter.SECRET, CALL);
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(answer.body()).contains("\"status\":500").doesNotContain(Adapter.SECRET, "callback");
        } finally {
            books.sql("alter table payments.callback_away rename to callback").update();
        }
    }
}
