package org.anuyat.sandboxbank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.anuyat.sandboxbank.counter.CodePicture;
import org.anuyat.testing.TestPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What billers' programs may ask of the bank, and order. */
@SpringBootTest(
        classes = SandboxBank.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "anuyat.mode=demonstration",
            "anuyat.sandbox-bank.callback-pause=100ms",
            "anuyat.sandbox-bank.refund-takes=1s",
            "anuyat.sandbox-bank.billers.099400016550100=กรุงเทพมหานคร",
            "spring.flyway.enabled=false"
        })
@Import({TestPostgres.class, Biller.Deaf.class})
class ProgramsTest {

    @Autowired
    private JdbcClient sql;

    private Customer customer = new Customer(0);

    @BeforeEach
    void somebodyComes(@LocalServerPort int port) {
        customer = new Customer(port);
    }

    @Test
    void onlyWhoHasATokenMayAskAndTheLedgerAnswersForOneDay() {
        customer.pay(UUID.randomUUID(), "CALLBACK_LOST", "");
        String today = LocalDate.now(ZoneId.of("Asia/Bangkok")).toString();
        Map<String, String> question = Map.of("transactionDate", today, "billerId", Customer.BILLER, "reference1", "123456789012");
        assertThat(customer.page("/sandbox-bank/v1/payment/billpayment/inquiry", question).getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(token("sandbox-key", "wrong").getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
        String token = token("sandbox-key", "sandbox-secret").getBody().replaceAll(".*\"accessToken\":\"([^\"]+)\".*", "$1");
        assertThat(inquiry(token, today).getBody()).contains("\"code\":1000", "\"amount\":\"3649.22\"", "+07:00");
        assertThat(inquiry(token, "2020-01-01").getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(inquiry(token + "0", today).getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void moneyGoesBackOnceByOrderAndNeverMoreThanWasPaid() {
        UUID ticket = UUID.randomUUID();
        customer.pay(ticket, "NORMAL", "");
        String transaction = sql.sql("select transaction_id from sandbox_bank.payment where ticket = ?")
                .param(ticket).query(String.class).single();
        String token = token("sandbox-key", "sandbox-secret").getBody().replaceAll(".*\"accessToken\":\"([^\"]+)\".*", "$1");
        String order = UUID.randomUUID().toString();
        assertThat(refund("forged", order, transaction, "49.22").getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(refund(token, order, transaction, "49.22").getBody()).contains("\"code\":1000", "\"state\":\"ACCEPTED\"", "\"amount\":\"49.22\"");
        await().untilAsserted(() -> assertThat(refund(token, order, transaction, "49.22").getBody())
                .contains("\"state\":\"COMPLETED\"", "+07:00"));
        assertThat(sql.sql("select count(*) from sandbox_bank.refund where transaction_id = ?").param(transaction).query(Long.class).single())
                .isEqualTo(1);
        assertThat(refund(token, order, transaction, "49.23").getBody()).contains("4103");
        assertThat(refund(token, UUID.randomUUID().toString(), transaction, "3600.01").getBody()).contains("4102");
        assertThat(refund(token, UUID.randomUUID().toString(), "NOBODYS", "1").getBody()).contains("4101");
        assertThat(refund(token, "", transaction, "1").getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        String[] lines = customer.page("/sandbox-bank/day-files/file", Map.of("biller", Customer.BILLER, "day", LocalDate.now(ZoneId.of("Asia/Bangkok"))))
                .getBody().split("\r\n");
        assertThat(lines).anyMatch(line -> line.startsWith("D") && line.charAt(152) == 'D' && line.substring(163, 176).equals("0000000004922"));
        assertThat(lines[lines.length - 1].substring(20, 39)).isEqualTo("0000000004922000001");
        assertThat(customer.page("/sandbox-bank/ledger", Map.of()).getBody()).contains(transaction, order, "โอนคืนแล้วเมื่อ").doesNotContain("??");
    }

    @Test
    void theSlipsCodeNamesATransferThatTheBankKnows() throws IOException {
        UUID ticket = UUID.randomUUID();
        customer.pay(ticket, "NORMAL", "");
        String transaction = sql.sql("select transaction_id from sandbox_bank.payment where ticket = ?")
                .param(ticket).query(String.class).single();
        byte[] slip = customer.http().get().uri("/sandbox-bank/slips/{t}/{n}.png", ticket, transaction).retrieve().body(byte[].class);
        assertThat(CodePicture.read(slip)).matches("0047000600000101030140226" + transaction + "5102TH9104[0-9A-F]{4}");
        String token = token("sandbox-key", "sandbox-secret").getBody().replaceAll(".*\"accessToken\":\"([^\"]+)\".*", "$1");
        assertThat(slip(token, transaction, "014").getBody()).contains("\"code\":1000", "\"amount\":\"3649.22\"", "123456789012");
        assertThat(slip(token, transaction, "004").getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(slip("forged", transaction, "014").getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
    }

    private ResponseEntity<String> slip(String token, String transaction, String bank) {
        return customer.http().get().uri("/sandbox-bank/v1/payment/billpayment/transactions/{t}?sendingBank={b}", transaction, bank)
                .headers(headers -> headers.setBearerAuth(token)).retrieve().toEntity(String.class);
    }

    private ResponseEntity<String> refund(String token, String order, String transaction, String amount) {
        return customer.http().post().uri("/sandbox-bank/v1/payment/billpayment/refunds").contentType(MediaType.APPLICATION_JSON)
                .headers(headers -> headers.setBearerAuth(token))
                .body(Map.of("orderReference", order, "transactionId", transaction, "amount", amount, "currencyCode", "764"))
                .retrieve()
                .toEntity(String.class);
    }

    private ResponseEntity<String> token(String key, String secret) {
        return customer.http().post().uri("/sandbox-bank/v1/oauth/token").contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("applicationKey", key, "applicationSecret", secret)).retrieve().toEntity(String.class);
    }

    private ResponseEntity<String> inquiry(String token, String day) {
        return customer.http().get()
                .uri("/sandbox-bank/v1/payment/billpayment/inquiry?eventCode=00300100&transactionDate={day}"
                        + "&billerId=099400016550100&reference1=123456789012", day)
                .headers(headers -> headers.setBearerAuth(token))
                .retrieve()
                .toEntity(String.class);
    }
}
