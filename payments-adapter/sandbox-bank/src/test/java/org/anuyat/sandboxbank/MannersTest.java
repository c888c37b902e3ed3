package org.anuyat.sandboxbank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anuyat.sandboxbank.ledger.Manner;
import org.anuyat.testing.TestPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

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
@Import({TestPostgres.class, Biller.Acknowledging.class})
class MannersTest {

    @Autowired
    private Biller biller;

    @Autowired
    private JdbcClient sql;

    private Customer customer = new Customer(0);

    @BeforeEach
    void somebodyComes(@LocalServerPort int port) {
        customer = new Customer(port);
    }

    private UUID pay(Manner manner) {
        String page = customer.page("/sandbox-bank", Map.of("qr", Customer.BILL)).getBody();
        assertThat(page).contains("value=\"" + manner + "\"").doesNotContain("??");
        UUID ticket = UUID.randomUUID();
        assertThat(customer.pay(ticket, manner.name(), manner == Manner.WRONG_AMOUNT ? "1,000.50" : "").getStatusCode())
                .isEqualTo(HttpStatus.FOUND);
        assertThat(customer.page("/sandbox-bank/slips/" + ticket, Map.of()).getBody()).doesNotContain("??");
        return ticket;
    }

    /** What the biller heard of one payment only: confirmations of payments made before may still come in. */
    private List<String> heardOf(UUID ticket) {
        List<String> said = sql.sql("select body from sandbox_bank.confirmation where ticket = ?")
                .param(ticket)
                .query(String.class)
                .list();
        return biller.heard().stream().filter(said::contains).toList();
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
    void what_the_bank_holds_and_what_it_says(Manner manner, int payments, long satang, int confirmations) {
        Instant before = Instant.now();
        UUID ticket = pay(manner);
        assertThat(sql.sql("select count(*) from sandbox_bank.payment where ticket = ?").param(ticket).query(Integer.class).single())
                .isEqualTo(payments);
        assertThat(sql.sql("select coalesce(sum(amount_satang), 0) from sandbox_bank.payment where ticket = ?")
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
            assertThat(sql.sql("select paid_at from sandbox_bank.payment where ticket = ?")
                            .param(ticket)
                            .query(OffsetDateTime.class)
                            .single()
                            .toInstant())
                    .isAfter(before.plus(Duration.ofDays(59)));
        }
        assertThat(heardOf(ticket).stream().distinct().count()).isEqualTo(manner == Manner.CALLBACK_TWICE ? 1 : confirmations);
    }

    @Test
    void a_closed_bank_takes_money_and_answers_nobody() {
        assertThat(customer.page("/sandbox-bank", Map.of()).getBody()).contains("action=\"/sandbox-bank/opening\"");
        customer.post("/sandbox-bank/opening", Map.of("open", "false"));
        try {
            pay(Manner.NORMAL);
            assertThat(customer.page(
                                    "/sandbox-bank/v1/payment/billpayment/inquiry",
                                    Map.of(
                                            "billerId", Customer.BILLER,
                                            "reference1", "123456789012",
                                            "transactionDate", LocalDate.now(ZoneId.of("Asia/Bangkok"))))
                            .getStatusCode())
                    .isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        } finally {
            customer.post("/sandbox-bank/opening", Map.of("open", "true"));
        }
    }

    @Test
    void the_end_of_day_file_is_sent_on_demand() {
        pay(Manner.NORMAL);
        biller.files().clear();
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Bangkok"));
        assertThat(customer.post("/sandbox-bank/day-files", Map.of("biller", Customer.BILLER, "day", today.toString())).getStatusCode())
                .isEqualTo(HttpStatus.FOUND);
        assertThat(biller.files()).singleElement().satisfies(file -> assertThat(file.length).isGreaterThanOrEqualTo(3 * 256));
    }
}
