package org.anuyat.payments.service.banks;

import static org.anuyat.payments.service.banks.Street.FEE;
import static org.anuyat.payments.service.banks.Street.awaitState;
import static org.anuyat.payments.service.banks.Street.bill;
import static org.anuyat.payments.service.banks.Street.now;
import static org.anuyat.payments.service.banks.Street.number;
import static org.anuyat.payments.service.banks.Street.office;
import static org.anuyat.payments.service.banks.Street.peer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.anuyat.payments.api.Bill;
import org.anuyat.payments.api.PaymentsRefusal;
import org.anuyat.payments.api.PaymentsRefusal.Reason;
import org.anuyat.payments.api.slips.Slip;
import org.anuyat.payments.api.slips.Slip.Repeated.Because;
import org.anuyat.payments.api.slips.Slip.State;
import org.anuyat.payments.api.slips.SlipDecision;
import org.anuyat.payments.api.slips.SlipDecision.Kind;
import org.anuyat.payments.api.slips.SlipFinding.Answer;
import org.anuyat.payments.api.slips.SlipOrder;
import org.anuyat.payments.service.banks.Tongues.Tongue;
import org.anuyat.payments.service.qr.SlipQr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Slips: what banks say about them, and what becomes of them without money. */
@ExtendWith(Street.class)
class SlipContractTest {

    static List<Tongue> banks() {
        return Tongues.ALL;
    }

    static String digest() {
        return (UUID.randomUUID().toString() + UUID.randomUUID()).replace("-", "");
    }

    static String code(String transaction) {
        return new SlipQr.BankSlip(Peer.SENDER, transaction).payload();
    }

    static Slip submit(Bill bill, String... codes) {
        return office.slips().submit(new SlipOrder(UUID.randomUUID(), bill.id(), digest(), List.of(codes)));
    }

    private static Slip again(Slip slip) {
        return office.slips().slip(slip.id());
    }

    @ParameterizedTest
    @MethodSource("banks")
    void a_bank_knows_a_transfer_or_not_or_says_that_it_cannot_be_asked(Tongue tongue) {
        Bank bank = office.bank(tongue.bank());
        Said payment = Said.of(bill(), number());
        SlipQuestion question = new SlipQuestion(Peer.SENDER, payment.transactionId());
        boolean asked = tongue.account().isEmpty();
        assertThat(bank.slip(question).state())
                .isEqualTo(asked ? SlipAnswer.State.UNKNOWN : SlipAnswer.State.CANNOT_BE_ASKED);
        peer.take(payment);
        SlipAnswer answer = bank.slip(question);
        if (asked) {
            assertThat(answer.state()).isEqualTo(SlipAnswer.State.CONFIRMED);
            assertThat(answer.transfer()).satisfies(transfer -> {
                assertThat(transfer.amountSatang()).isEqualTo(FEE);
                assertThat(transfer.receiver()).isEqualTo(Office.BILLER);
                assertThat(transfer.reference1()).isEqualTo(payment.reference1());
                assertThat(transfer.reference2()).isEqualTo(payment.reference2());
                assertThat(transfer.paidAt()).isEqualTo(payment.paidAt().toInstant(ZoneOffset.ofHours(7)));
            });
        } else {
            assertThat(answer.state()).isEqualTo(SlipAnswer.State.CANNOT_BE_ASKED);
        }
    }

    @Test
    void a_slip_makes_the_bank_be_asked_and_the_banks_answer_about_the_bill_is_the_money() {
        Bill bill = bill();
        Said payment = Said.of(bill, number());
        peer.takeAtScb(payment);
        Slip slip = submit(bill, "an advertisement", code(payment.transactionId()));
        assertThat(slip.code()).isNotNull();
        assertThat(slip.billAmountSatang()).isEqualTo(FEE);
        awaitState(bill, Bill.State.PAID);
        await().untilAsserted(() -> assertThat(again(slip).finding().answer()).isEqualTo(Answer.CONFIRMED));
        assertThat(again(slip).state()).isEqualTo(State.OVERTAKEN);
        assertThat(now(bill).payments()).singleElement().satisfies(posted -> assertThat(posted.transactionId())
                .isEqualTo(payment.transactionId()));
        assertThatThrownBy(() -> submit(bill, code(number())))
                .isInstanceOfSatisfying(PaymentsRefusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(Reason.NOT_OPEN));
    }

    @Test
    void a_slip_that_the_bank_knows_is_no_money_when_it_paid_something_else() {
        Bill bill = bill();
        Said elsewhere = Said.of(bill(), number());
        peer.take(elsewhere);
        Slip slip = submit(bill, code(elsewhere.transactionId()));
        await().untilAsserted(() -> assertThat(again(slip).finding().answer()).isEqualTo(Answer.CONFIRMED));
        assertThat(again(slip).finding().transfer()).satisfies(transfer -> assertThat(transfer.reference1())
                .isEqualTo(elsewhere.reference1())
                .isNotEqualTo(bill.reference1()));
        assertThat(now(bill).state()).isEqualTo(Bill.State.OPEN);
        assertThat(again(slip).state()).isEqualTo(State.WAITING);
    }

    @Test
    void a_file_without_a_slips_code_is_taken_in_for_the_officers_eyes() {
        Bill bill = bill();
        Slip slip = submit(bill, bill.qrPayload());
        assertThat(slip.code()).isNull();
        assertThat(slip.state()).isEqualTo(State.WAITING);
        assertThat(slip.finding().answer()).isEqualTo(Answer.NO_CODE);
    }

    @Test
    void the_same_transfer_or_file_is_caught_on_whichever_bill() {
        Bill first = bill();
        String code = code(number());
        Slip slip = submit(first, code);
        Slip sameTransfer = submit(bill(), code);
        assertThat(sameTransfer.state()).isEqualTo(State.REPEATED);
        assertThat(sameTransfer.repeats()).satisfies(earlier -> {
            assertThat(earlier.slipId()).isEqualTo(slip.id());
            assertThat(earlier.because()).isEqualTo(Because.TRANSFER);
            assertThat(earlier.applicationNumber()).isEqualTo(first.applicationNumber());
        });
        Slip sameFile = office.slips().submit(new SlipOrder(UUID.randomUUID(), bill().id(), slip.digest(), List.of()));
        assertThat(sameFile.state()).isEqualTo(State.REPEATED);
        assertThat(sameFile.repeats()).satisfies(earlier -> assertThat(earlier.because()).isEqualTo(Because.FILE));
        assertThat(office.slips().submit(new SlipOrder(slip.id(), first.id(), slip.digest(), List.of(code))))
                .as("the same call again")
                .isEqualTo(again(slip));
        assertThat(office.slips().slips("bma", false, State.REPEATED, first.reference1(), 0, 10).entries()).isEmpty();
        assertThat(office.slips().slips("bma", true, null, first.reference1(), 0, 10).entries())
                .extracting(Slip::id)
                .containsExactly(slip.id());
    }

    @Test
    void what_was_refused_may_come_again_for_its_own_bill_only() {
        Bill bill = bill();
        String code = code(number());
        Slip slip = submit(bill, code);
        Slip refused = office.slips().decide(slip.id(), new SlipDecision(Kind.REFUSE, "ngoen", "ภาพไม่ชัด"));
        assertThat(refused.state()).isEqualTo(State.REFUSED);
        assertThat(refused.decision()).satisfies(decision -> assertThat(decision.reason()).isEqualTo("ภาพไม่ชัด"));
        assertThat(submit(bill(), code).state()).isEqualTo(State.REPEATED);
        assertThat(submit(bill, code).state()).isEqualTo(State.WAITING);
    }

    @Test
    void the_same_slip_from_many_sides_at_once_counts_once() throws Exception {
        String code = code(number());
        List<Bill> bills = IntStream.range(0, 8).mapToObj(one -> bill()).toList();
        ExecutorService crowd = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Slip>> calls = bills.stream().<Callable<Slip>>map(bill -> () -> submit(bill, code)).toList();
            int waiting = 0;
            for (Future<Slip> slip : crowd.invokeAll(calls)) {
                waiting += slip.get().state() == State.WAITING ? 1 : 0;
            }
            assertThat(waiting).isEqualTo(1);
        } finally {
            crowd.shutdown();
            assertThat(crowd.awaitTermination(Duration.ofSeconds(10).toSeconds(), java.util.concurrent.TimeUnit.SECONDS)).isTrue();
        }
    }
}
