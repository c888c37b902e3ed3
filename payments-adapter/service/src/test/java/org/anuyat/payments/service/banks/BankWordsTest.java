package org.anuyat.payments.service.banks;

import static org.anuyat.payments.service.banks.Street.FEE;
import static org.anuyat.payments.service.banks.Street.awaitNothingWaiting;
import static org.anuyat.payments.service.banks.Street.awaitState;
import static org.anuyat.payments.service.banks.Street.bill;
import static org.anuyat.payments.service.banks.Street.call;
import static org.anuyat.payments.service.banks.Street.deliver;
import static org.anuyat.payments.service.banks.Street.file;
import static org.anuyat.payments.service.banks.Street.now;
import static org.anuyat.payments.service.banks.Street.number;
import static org.anuyat.payments.service.banks.Street.office;
import static org.anuyat.payments.service.banks.Street.peer;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.anuyat.payments.api.Bill;
import org.anuyat.payments.service.banks.Tongues.Tongue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where banks differ: files instead of answers, headers, passwords, money back. */
@ExtendWith(Street.class)
class BankWordsTest {

    static List<Tongue> withFilesOnly() {
        return Tongues.ALL.stream().filter(bank -> !bank.account().isEmpty()).toList();
    }

    @ParameterizedTest
    @MethodSource("withFilesOnly")
    void the_file_confirms_what_no_call_reported_and_takes_back_what_it_reverses(Tongue bank) {
        Bill unreported = bill();
        Bill reversed = bill();
        Bill twice = bill();
        Said any = Said.of(unreported, "");
        List<String> file = file(bank)
                .detail("C", any.paidAt(), reversed.reference1(), reversed.reference2(), FEE)
                .detail("C", any.paidAt(), unreported.reference1(), unreported.reference2(), FEE)
                .detail("D", any.paidAt(), reversed.reference1(), reversed.reference2(), FEE)
                .detail("C", any.paidAt(), twice.reference1(), twice.reference2(), FEE)
                .detail("C", any.paidAt().plusSeconds(1), twice.reference1(), twice.reference2(), FEE)
                .detail("C", any.paidAt(), "999999999999", "", 100)
                .whole();
        deliver(bank, file);
        awaitState(unreported, Bill.State.PAID);
        awaitNothingWaiting();
        assertThat(now(reversed).payments()).isEmpty();
        assertThat(now(unreported).payments()).singleElement().satisfies(posted ->
                assertThat(posted.transactionId()).endsWith("-" + bank.account() + "-000003"));
        assertThat(now(twice).state()).isEqualTo(Bill.State.PAID);
        assertThat(now(twice).payments()).extracting(Bill.Payment::standing)
                .containsExactly(Bill.Payment.Standing.ON_BILL, Bill.Payment.Standing.IN_QUEUE);
        assertThat(office.books()
                        .sql("""
                            select count(*) from payments.discrepancy d join payments.bank_payment p on p.id = d.payment_id
                             where d.kind = 'UNMATCHED' and p.bank_code = ? and p.reference1 = '999999999999'
                            """)
                        .param(office.bank(bank.bank()).code())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        // once more changes nothing
        deliver(bank, file);
        awaitNothingWaiting();
        assertThat(now(unreported).payments()).hasSize(1);
    }

    @Test
    void a_bank_hears_its_own_words_back() {
        Tongue bbl = Tongues.ALL.get(2);
        HttpResponse<String> answer = call(bbl, bbl.confirm(Said.of(bill(), number())));
        assertThat(answer.headers().firstValue("Request-Ref")).hasValue("c04a8e69b5d4d");
        assertThat(answer.headers().firstValue("Transmit-Date-Time")).hasValue("2026-11-20T10:11:12.234+07:00");
        assertThat(answer.body()).isEqualTo("{\"responseCode\":\"000\",\"responseMesg\":\"Success\"}");
        Tongue ktb = Tongues.ALL.get(3);
        Said payment = Said.of(bill(), number());
        assertThat(call(ktb, ktb.confirm(payment)).body())
                .contains("http://schemas.xmlsoap.org/soap/envelope/", "<RequestCodeResponse xmlns=\"urn:the-banks-own\">")
                .contains("<tranxid>900001</tranxid><bankref>" + payment.transactionId() + "</bankref><respcode>0</respcode>");
    }

    @Test
    void wrong_passwords_are_refused_in_the_header_and_in_the_message() {
        Tongue bbl = Tongues.ALL.get(2);
        byte[] message = bbl.confirm(Said.of(bill(), number()));
        assertThat(office.call("bbl", message, "Content-Type", "application/json").statusCode()).isEqualTo(401);
        assertThat(office.call("bbl", message, "Authorization", "Basic d3Jvbmc6d3Jvbmc=").statusCode()).isEqualTo(401);
        Tongue ktb = Tongues.ALL.get(3);
        String soap = new String(ktb.confirm(Said.of(bill(), number())), StandardCharsets.UTF_8);
        assertThat(call(ktb, soap.replace("ktb-password", "guessed").getBytes(StandardCharsets.UTF_8)).statusCode())
                .isEqualTo(400);
        String entity = soap.replaceFirst("\\?>", "?><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>").replace("900001", "&e;");
        assertThat(call(ktb, entity.getBytes(StandardCharsets.UTF_8)).statusCode()).isEqualTo(400);
    }

    @Test
    void the_contracts_bank_gives_back_and_the_others_say_that_they_cannot() {
        Said payment = Said.of(bill(), number());
        peer.take(payment);
        Bank gateway = office.bank("gateway");
        RefundRequest order = new RefundRequest(UUID.randomUUID().toString(), payment.transactionId(), FEE);
        assertThat(gateway.refund(order).state()).isEqualTo(RefundAnswer.State.ACCEPTED);
        RefundAnswer done = gateway.refund(order);
        assertThat(done.state()).isEqualTo(RefundAnswer.State.DONE);
        assertThat(done.at()).isEqualTo(Instant.parse("2026-11-20T03:11:12Z"));
        assertThat(gateway.refund(new RefundRequest("other", "unknown", FEE)).state()).isEqualTo(RefundAnswer.State.REFUSED);
        assertThat(office.bank("scb").refund(order).state()).isEqualTo(RefundAnswer.State.BY_HAND);
        assertThat(office.bank("bbl").refund(order).state()).isEqualTo(RefundAnswer.State.BY_HAND);
        assertThat(office.bank("ktb").refund(order).state()).isEqualTo(RefundAnswer.State.BY_HAND);
    }
}
