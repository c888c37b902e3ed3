package org.anuyat.payments.service.journey;

import static org.anuyat.payments.api.Bill.State.CANCELLED;
import static org.anuyat.payments.api.Bill.State.EXPIRED;
import static org.anuyat.payments.api.Bill.State.OPEN;
import static org.anuyat.payments.api.Bill.State.OVERPAID;
import static org.anuyat.payments.api.Bill.State.PAID;
import static org.anuyat.payments.api.Bill.State.UNDERPAID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.anuyat.payments.api.Bill;
import org.anuyat.payments.api.Bill.Payment.Standing;
import org.anuyat.payments.api.Discrepancy;
import org.anuyat.payments.api.Discrepancy.Kind;
import org.anuyat.payments.api.PaymentNotice;
import org.anuyat.payments.api.PaymentsRefusal;
import org.anuyat.payments.api.Settlement;
import org.anuyat.payments.api.Settlement.Decision;
import org.anuyat.payments.service.qr.BillPaymentQr;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PaymentJourneyTest {

    private static Town town;

    @BeforeAll
    static void buildTown() {
        town = new Town();
    }

    @AfterAll
    static void leaveTown() {
        town.close();
    }

    @AfterEach
    void theBooksBalance() {
        long unplaced = town.books()
                .sql("""
                    select count(*) from payments.bank_payment p
                     where (p.standing = 'IN_QUEUE') <> exists (select 1 from payments.discrepancy d
                            where d.payment_id = p.id and d.decision is null and d.kind <> 'WRONG_AMOUNT')
                    """)
                .query(Long.class)
                .single();
        assertThat(unplaced).as("payments that are neither on a bill nor in the queue").isZero();
    }

    private static Bill now(Bill bill) {
        return town.bills().find(bill.id());
    }

    private static void awaitState(Bill bill, Bill.State state) {
        await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> assertThat(now(bill).state()).isEqualTo(state));
    }

    private static Discrepancy awaitException(Bill bill) {
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> assertThat(town.platform.exceptionsFor(bill.id())).hasSize(1));
        return town.platform.exceptionsFor(bill.id()).get(0);
    }

    private static Settlement decision(Decision decision) {
        return new Settlement(decision, "finance-1", "ตรวจสอบกับรายการเดินบัญชีแล้ว");
    }

    @Test
    void aPaidBillIsPostedOnceAndThePlatformHearsOnce() {
        Bill bill = town.bill(364_922);
        town.pay(bill, "NORMAL");
        awaitState(bill, PAID);
        Bill paid = now(bill);
        assertThat(paid.paidSatang()).isEqualTo(364_922);
        assertThat(paid.payments()).singleElement().satisfies(payment -> {
            assertThat(payment.bank()).isEqualTo("014");
            assertThat(payment.standing()).isEqualTo(Standing.ON_BILL);
        });
        await().untilAsserted(() -> assertThat(town.platform.postedFor(bill.id())).hasSize(1));
        PaymentNotice notice = town.platform.postedFor(bill.id()).get(0);
        assertThat(notice.bill()).isEqualTo(paid);
        assertThat(notice.payment()).isEqualTo(paid.payments().get(0));
        assertThat(notice.sequence()).isEqualTo(1);
    }

    @Test
    void aCallbackThatComesTwiceIsPostedOnce() {
        Bill bill = town.bill(10_000);
        town.pay(bill, "CALLBACK_TWICE");
        awaitState(bill, PAID);
        await().untilAsserted(() -> assertThat(waitingCallbacks()).isZero());
        assertThat(now(bill).payments()).hasSize(1);
        await().untilAsserted(() -> assertThat(town.platform.postedFor(bill.id())).hasSize(1));
    }

    private static long waitingCallbacks() {
        return town.books().sql("select count(*) from payments.callback where state = 'WAITING'").query(Long.class).single();
    }

    @Test
    void payingTwiceKeepsTheSecondPaymentForTheFinanceOfficer() {
        Bill bill = town.bill(20_000);
        town.pay(bill, "TWICE");
        Discrepancy twice = awaitException(bill);
        assertThat(twice.kind()).isEqualTo(Kind.DOUBLE);
        assertThat(now(bill).state()).isEqualTo(PAID);
        assertThat(now(bill).paidSatang()).isEqualTo(20_000);
        assertThatThrownBy(() -> town.queue().settle(twice.id(), decision(Decision.ACCEPT)))
                .isInstanceOfSatisfying(PaymentsRefusal.class, refusal ->
                        assertThat(refusal.reason()).isEqualTo(PaymentsRefusal.Reason.NOT_COVERED));
        assertThatThrownBy(() -> town.queue().settle(twice.id(), decision(Decision.REFUND)))
                .as("one officer alone gives nothing back")
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(town.queue().discrepancy(twice.id()).settlement()).isNull();
    }

    @Test
    void lateMoneyWaitsUntilTheFinanceOfficerAcceptsIt() {
        Bill bill = town.bill(30_000);
        town.pay(bill, "LATE");
        Discrepancy late = awaitException(bill);
        assertThat(late.kind()).isEqualTo(Kind.LATE);
        assertThat(now(bill).state()).isEqualTo(OPEN);
        assertThat(now(bill).paidSatang()).isZero();
        town.queue().settle(late.id(), decision(Decision.ACCEPT));
        assertThat(now(bill).state()).isEqualTo(PAID);
        await().untilAsserted(() -> assertThat(town.platform.postedFor(bill.id())).hasSize(1));
        assertThat(town.platform.postedFor(bill.id()).get(0).sequence()).isEqualTo(2);
    }

    @Test
    void tooLittleMoneyIsOnTheBillButDoesNotSettleIt() {
        Bill bill = town.bill(40_000);
        town.payer.pay(bill.qrPayload(), "WRONG_AMOUNT", "399.99");
        Discrepancy wrong = awaitException(bill);
        assertThat(wrong.kind()).isEqualTo(Kind.WRONG_AMOUNT);
        assertThat(now(bill).state()).isEqualTo(UNDERPAID);
        assertThatThrownBy(() -> town.queue().settle(wrong.id(), decision(Decision.ACCEPT)))
                .hasMessageContaining("lack 1 satang");
        assertThat(town.platform.postedFor(bill.id())).isEmpty();
    }

    @Test
    void tooMuchMoneySettlesTheBillWhenTheFinanceOfficerAccepts() {
        Bill bill = town.bill(50_000);
        town.payer.pay(bill.qrPayload(), "WRONG_AMOUNT", "500.01");
        Discrepancy wrong = awaitException(bill);
        assertThat(now(bill).state()).isEqualTo(OVERPAID);
        town.queue().settle(wrong.id(), decision(Decision.ACCEPT));
        await().untilAsserted(() -> assertThat(town.platform.postedFor(bill.id())).hasSize(1));
    }

    @Test
    void aForgedCallbackIsNeverPostedAndSetAsideInTheEnd() {
        Bill bill = town.bill(60_000);
        town.pay(bill, "FORGED");
        await().untilAsserted(() -> assertThat(waitingCallbacks()).isPositive());
        town.clock.advance(Duration.ofDays(2));
        await().untilAsserted(() -> assertThat(waitingCallbacks()).isZero());
        assertThat(now(bill).payments()).isEmpty();
        assertThat(town.platform.postedFor(bill.id())).isEmpty();
    }

    @Test
    void aLostCallbackIsMadeUpForByAsking() {
        Bill bill = town.bill(70_000);
        town.pay(bill, "CALLBACK_LOST");
        assertThat(now(bill).state()).isEqualTo(OPEN);
        assertThat(town.bills().inquire(bill.id()).state()).isEqualTo(PAID);
        await().untilAsserted(() -> assertThat(town.platform.postedFor(bill.id())).hasSize(1));
        assertThat(town.bills().inquire(bill.id()).payments()).hasSize(1);
    }

    @Test
    void theAdapterAsksByItselfAfterAWhile() {
        Bill bill = town.bill(71_000);
        town.pay(bill, "CALLBACK_LOST");
        town.clock.advance(Duration.ofMinutes(61));
        awaitState(bill, PAID);
    }

    @Test
    void aBankThatIsDownDelaysPostingOnly() {
        Bill bill = town.bill(80_000);
        town.payer.openBank(false);
        town.pay(bill, "NORMAL");
        await().untilAsserted(() -> assertThat(town.books()
                        .sql("select count(*) from payments.callback where state = 'WAITING' and last_error is not null")
                        .query(Long.class)
                        .single())
                .isPositive());
        assertThatThrownBy(() -> town.bills().inquire(bill.id()))
                .isInstanceOfSatisfying(PaymentsRefusal.class, refusal ->
                        assertThat(refusal.reason()).isEqualTo(PaymentsRefusal.Reason.BANK_UNAVAILABLE));
        assertThat(now(bill).state()).isEqualTo(OPEN);
        town.payer.openBank(true);
        awaitState(bill, PAID);
    }

    @Test
    void aCrashBetweenCallbackAndPostingLosesNothing() {
        Bill bill = town.bill(90_000);
        town.stopAdapter();
        town.startAdapter(false);
        town.pay(bill, "NORMAL");
        await().untilAsserted(() -> assertThat(waitingCallbacks()).isEqualTo(1));
        assertThat(now(bill).state()).isEqualTo(OPEN);
        town.stopAdapter();
        town.startAdapter(true);
        awaitState(bill, PAID);
        await().untilAsserted(() -> assertThat(town.platform.postedFor(bill.id())).hasSize(1));
    }

    @Test
    void aCrashAfterPostingStillTellsThePlatform() {
        Bill bill = town.bill(91_000);
        town.platform.refusals.set(1_000);
        town.pay(bill, "NORMAL");
        awaitState(bill, PAID);
        town.stopAdapter();
        town.platform.refusals.set(0);
        town.startAdapter(true);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(town.platform.postedFor(bill.id())).hasSize(1));
    }

    @Test
    void aPlatformThatIsBusyIsToldAgainAndInOrder() {
        Bill bill = town.bill(92_000);
        town.platform.refusals.set(3);
        town.pay(bill, "TWICE");
        awaitException(bill);
        assertThat(town.platform.postedFor(bill.id())).hasSize(1);
        assertThat(town.platform.posted.get(town.platform.posted.size() - 1).sequence()).isEqualTo(1);
    }

    @Test
    void moneyForAnUnknownReferenceWaitsInTheQueue() {
        String unknown = new BillPaymentQr(
                        true,
                        BillPaymentQr.Scheme.DOMESTIC,
                        Town.BILLER,
                        "NOBODY" + UUID.randomUUID().toString().substring(0, 4).toUpperCase(),
                        null,
                        12_345L,
                        null)
                .payload();
        town.payer.pay(unknown, "NORMAL", "");
        await().untilAsserted(() -> {
            List<Discrepancy> unmatched = town.queue().discrepancies("bma", Kind.UNMATCHED, true, "", 0, 50).entries();
            assertThat(unmatched).singleElement().satisfies(entry -> {
                assertThat(entry.billId()).isNull();
                assertThat(entry.payment().amountSatang()).isEqualTo(12_345);
            });
        });
    }

    @Test
    void moneyForACancelledBillWaitsInTheQueue() {
        Bill bill = town.bill(95_000);
        assertThat(town.bills().cancel(bill.id()).state()).isEqualTo(CANCELLED);
        town.pay(bill, "NORMAL");
        assertThat(awaitException(bill).kind()).isEqualTo(Kind.AFTER_CANCELLATION);
        assertThat(now(bill).state()).isEqualTo(CANCELLED);
    }

    @Test
    void aBillExpiresButMoneyPaidInTimeStillCounts() {
        Bill unpaid = town.bill(96_000);
        Bill paidInTime = town.bill(97_000);
        town.payer.openBank(false);
        town.pay(paidInTime, "CALLBACK_LOST");
        town.clock.advance(Duration.ofDays(16));
        assertThat(now(unpaid).state()).isEqualTo(EXPIRED);
        assertThat(now(paidInTime).state()).isEqualTo(EXPIRED);
        town.payer.openBank(true);
        awaitState(paidInTime, PAID);
        await().untilAsserted(() -> assertThat(town.books()
                        .sql("select state from payments.bill_standing where bill_id = ?")
                        .param(unpaid.id())
                        .query(String.class)
                        .single())
                .isEqualTo("EXPIRED"));
    }
}
