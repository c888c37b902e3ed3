package org.anuyat.payments.service.banks;

import static org.anuyat.payments.service.banks.Street.FEE;
import static org.anuyat.payments.service.banks.Street.awaitState;
import static org.anuyat.payments.service.banks.Street.bill;
import static org.anuyat.payments.service.banks.Street.call;
import static org.anuyat.payments.service.banks.Street.now;
import static org.anuyat.payments.service.banks.Street.number;
import static org.anuyat.payments.service.banks.Street.office;
import static org.anuyat.payments.service.banks.Street.say;
import static org.anuyat.payments.service.banks.Street.takesMoney;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.anuyat.payments.api.Bill;
import org.anuyat.payments.service.banks.Tongues.Tongue;
import org.anuyat.payments.service.banks.calls.Verdict;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every bank's adapter keeps to, over HTTP and in the bank's own words. */
@ExtendWith(Street.class)
class BankContractTest {

    static List<Tongue> banks() {
        return Tongues.ALL;
    }

    static List<Tongue> thatVerify() {
        return Tongues.ALL.stream().filter(bank -> bank.bank().equals("gateway") || bank.bank().equals("ktb")).toList();
    }

    static List<Tongue> thatCancel() {
        return Tongues.ALL.stream().filter(bank -> !bank.bank().equals("scb")).toList();
    }

    @ParameterizedTest
    @MethodSource("banks")
    void money_that_the_bank_itself_confirms_is_posted_once_under_its_number(Tongue bank) {
        Bill bill = bill();
        Said payment = Said.of(bill, number());
        assertThat(say(bank, bank.confirm(payment))).isEqualTo(Verdict.OK);
        assertThat(now(bill).state()).isEqualTo(Bill.State.OPEN);
        takesMoney(bank, payment);
        awaitState(bill, Bill.State.PAID);
        assertThat(now(bill).payments()).singleElement().satisfies(posted -> {
            assertThat(posted.bank()).isEqualTo(office.bank(bank.bank()).code());
            assertThat(posted.transactionId()).isEqualTo(payment.transactionId());
            assertThat(posted.amountSatang()).isEqualTo(FEE);
            assertThat(posted.paidAt()).isEqualTo(payment.paidAt().toInstant(ZoneOffset.ofHours(7)));
        });
        await().untilAsserted(() -> assertThat(office.heard(bill)).singleElement().satisfies(notice -> {
            assertThat(notice.sequence()).isEqualTo(1);
            assertThat(notice.bill()).isEqualTo(now(bill));
            assertThat(notice.payment()).isEqualTo(now(bill).payments().get(0));
        }));
        assertThat(say(bank, bank.confirm(payment))).isEqualTo(Verdict.OK);
        await().pollDelay(Duration.ofMillis(300)).untilAsserted(() -> assertThat(now(bill).payments()).hasSize(1));
    }

    @ParameterizedTest
    @MethodSource("banks")
    void a_repeated_call_is_answered_the_same_byte_by_byte(Tongue bank) {
        byte[] message = bank.confirm(Said.of(bill(), number()));
        HttpResponse<String> first = call(bank, message);
        HttpResponse<String> second = call(bank, message);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().firstValue("content-type")).isEqualTo(first.headers().firstValue("content-type"));
    }

    @ParameterizedTest
    @MethodSource("banks")
    void a_call_alone_is_no_money(Tongue bank) {
        Bill bill = bill();
        say(bank, bank.confirm(Said.of(bill, number())));
        await().pollDelay(Duration.ofMillis(600)).untilAsserted(() -> assertThat(now(bill).payments()).isEmpty());
        assertThat(now(bill).state()).isEqualTo(Bill.State.OPEN);
    }

    @ParameterizedTest
    @MethodSource("banks")
    void what_cannot_be_read_is_kept_as_it_came_and_refused(Tongue bank) {
        byte[] nonsense = ("<nonsense> {" + number()).getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> answer = call(bank, nonsense);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(office.books()
                        .sql("select count(*) from payments.callback where bank = ? and body = ? and state = 'UNREADABLE'")
                        .params(bank.bank(), nonsense)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("banks")
    void a_wrong_amount_is_posted_as_such_and_needs_a_decision(Tongue bank) {
        Bill bill = bill();
        Said payment = Said.of(bill, number()).amount("3649.21");
        say(bank, bank.confirm(payment));
        takesMoney(bank, payment);
        awaitState(bill, Bill.State.UNDERPAID);
    }

    @ParameterizedTest
    @MethodSource("thatVerify")
    void a_payment_is_verified_before_it_is_taken(Tongue bank) {
        Bill bill = bill();
        Said payment = Said.of(bill, number());
        assertThat(verify(bank, payment)).isEqualTo(Verdict.OK);
        assertThat(verify(bank, payment.amount("1.00"))).isEqualTo(Verdict.AMOUNT);
        assertThat(verify(bank, payment.reference("999999999999"))).isEqualTo(Verdict.NOT_FOUND);
        assertThat(verify(bank, Said.of(office.bill(FEE, Duration.ofHours(-1)), number()))).isEqualTo(Verdict.EXPIRED);
        Bill withdrawn = bill();
        office.bills().cancel(withdrawn.id());
        assertThat(verify(bank, Said.of(withdrawn, number()))).isEqualTo(Verdict.NOT_FOUND);
        say(bank, bank.confirm(payment));
        assertThat(verify(bank, payment)).as("the bank itself has reported a payment").isEqualTo(Verdict.PAID);
    }

    private static Verdict verify(Tongue bank, Said payment) {
        return say(bank, bank.verify(payment).orElseThrow());
    }

    @ParameterizedTest
    @MethodSource("thatCancel")
    void a_confirmation_is_answered_with_what_is_wrong(Tongue bank) {
        Bill bill = bill();
        String number = number();
        assertThat(say(bank, bank.confirm(Said.of(bill, number)))).isEqualTo(Verdict.OK);
        assertThat(say(bank, bank.confirm(Said.of(bill, number).amount("1.00")))).isEqualTo(Verdict.DUPLICATE);
        assertThat(say(bank, bank.confirm(Said.of(bill, number())))).isEqualTo(Verdict.PAID);
        assertThat(say(bank, bank.confirm(Said.of(bill(), number()).amount("1.00")))).isEqualTo(Verdict.AMOUNT);
        assertThat(say(bank, bank.confirm(Said.of(bill, number()).reference("999999999999")))).isEqualTo(Verdict.NOT_FOUND);
        assertThat(say(bank, bank.confirm(Said.of(office.bill(FEE, Duration.ofHours(-1)), number())))).isEqualTo(Verdict.EXPIRED);
    }

    @ParameterizedTest
    @MethodSource("thatCancel")
    void a_cancelled_payment_makes_room_for_another_in_whatever_order_it_comes(Tongue bank) {
        Bill bill = bill();
        Said first = Said.of(bill, number());
        Said second = Said.of(bill, number());
        assertThat(say(bank, bank.cancel(second).orElseThrow())).isEqualTo(Verdict.OK);
        assertThat(say(bank, bank.confirm(second))).isEqualTo(Verdict.OK);
        assertThat(say(bank, bank.confirm(first))).isEqualTo(Verdict.OK);
        assertThat(say(bank, bank.cancel(first).orElseThrow())).isEqualTo(Verdict.OK);
        assertThat(say(bank, bank.cancel(first).orElseThrow())).isEqualTo(Verdict.OK);
        assertThat(say(bank, bank.confirm(Said.of(bill, number())))).isEqualTo(Verdict.OK);
    }

    @ParameterizedTest
    @MethodSource("thatCancel")
    void money_in_the_books_is_not_cancelled_by_a_call(Tongue bank) {
        Bill bill = bill();
        Said payment = Said.of(bill, number());
        say(bank, bank.confirm(payment));
        takesMoney(bank, payment);
        awaitState(bill, Bill.State.PAID);
        assertThat(say(bank, bank.cancel(payment).orElseThrow())).isEqualTo(Verdict.PAID);
        assertThat(now(bill).state()).isEqualTo(Bill.State.PAID);
    }
}
