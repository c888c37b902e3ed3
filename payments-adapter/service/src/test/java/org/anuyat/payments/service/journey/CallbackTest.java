package org.anuyat.payments.service.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CallbackTest {

    private static final String PAYMENT =
            """
            {"payeeProxyId":"099400016550100","payeeProxyType":"BILLERID","payeeAccountNumber":"0000000000","payeeName":"",
             "sendingBankCode":"014","receivingBankCode":"014","amount":"%s","channelCode":"PMH","transactionId":"%s",
             "transactionDateandTime":"2026-11-20T10:11:12.000+07:00","billPaymentRef1":"000000000001","billPaymentRef2":"20261201",
             "billPaymentRef3":"","currencyCode":"764","transactionType":"Domestic Transfers","somethingNew":1}
            """;

    private static Town town;

    @BeforeAll
    static void buildTown() {
        town = new Town();
    }

    @AfterAll
    static void leaveTown() {
        town.close();
    }

    private static long stored(String like) {
        return town.books()
                .sql("select count(*) from payments.callback where convert_from(body, 'UTF8') like ?")
                .param("%" + like + "%")
                .query(Long.class)
                .single();
    }

    @Test
    void aRepeatedCallbackIsStoredAgainAndAnsweredTheSame() {
        HttpResponse<String> first = town.callback("scb", Town.SECRET, PAYMENT.formatted("1.00", "REPEATED"));
        HttpResponse<String> second = town.callback("scb", Town.SECRET, PAYMENT.formatted("1.00", "REPEATED"));
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.body()).contains("\"resCode\":\"00\"", "\"transactionId\":\"REPEATED\"", "confirmId");
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(stored("REPEATED")).isEqualTo(2);
    }

    @Test
    void aWrongSecretAndAnUnknownBankGetTheSameAnswerAndLeaveNoTrace() {
        HttpResponse<String> forged = town.callback("scb", "a-secret-somebody-guesses", PAYMENT.formatted("1.00", "FORGED"));
        HttpResponse<String> unknown = town.callback("nobank", Town.SECRET, PAYMENT.formatted("1.00", "FORGED"));
        assertThat(forged.statusCode()).isEqualTo(404);
        assertThat(forged.headers().firstValue("content-type")).hasValue("application/problem+json");
        assertThat(forged.body()).isEqualTo(unknown.body()).doesNotContain("secret-somebody");
        assertThat(stored("FORGED")).isZero();
    }

    @Test
    void aCallbackThatCannotBeReadIsStoredRawAndRefused() {
        for (String nonsense : new String[] {"UNREADABLE{", PAYMENT.formatted("one", "UNREADABLE"), PAYMENT.formatted("-1", "UNREADABLE")}) {
            assertThat(town.callback("scb", Town.SECRET, nonsense).statusCode()).isEqualTo(400);
        }
        assertThat(stored("UNREADABLE")).isEqualTo(3);
        assertThat(town.callback("scb", Town.SECRET, "null").statusCode()).isEqualTo(400);
    }

    @Test
    void anEndlessCallbackIsRefused() {
        HttpResponse<String> answer = town.callback("scb", Town.SECRET, "ENDLESS".repeat(5_000));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(stored("ENDLESS")).isZero();
    }
}
