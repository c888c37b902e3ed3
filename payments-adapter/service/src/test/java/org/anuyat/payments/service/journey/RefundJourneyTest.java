package org.anuyat.payments.service.journey;

import static org.anuyat.payments.api.Bill.State.OPEN;
import static org.anuyat.payments.api.Bill.State.OVERPAID;
import static org.anuyat.payments.api.Bill.State.PAID;
import static org.anuyat.payments.api.Bill.State.REFUNDED;
import static org.anuyat.payments.api.Bill.State.UNDERPAID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.UUID;
import org.anuyat.payments.api.Bill;
import org.anuyat.payments.api.Bill.Payment.Standing;
import org.anuyat.payments.api.Discrepancy;
import org.anuyat.payments.api.PaymentsOverHttp;
import org.anuyat.payments.api.PaymentsRefusal;
import org.anuyat.payments.api.PaymentsRefusal.Reason;
import org.anuyat.payments.api.dayfiles.DayFile;
import org.anuyat.payments.api.dayfiles.DayFiles;
import org.anuyat.payments.api.refunds.HandRefund;
import org.anuyat.payments.api.refunds.Refund;
import org.anuyat.payments.api.refunds.RefundNotice;
import org.anuyat.payments.api.refunds.RefundOrder;
import org.anuyat.payments.api.refunds.Refunds;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Money that goes back: the bank does it over HTTP, once, and the books follow what the bank says. */
class RefundJourneyTest {

    private static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** A little longer than bills are left alone of which no bank called. */
    private static final Duration ASK_AGAIN = Duration.ofMinutes(61);

    private static Town town;
    private static Refunds refunds;

    @BeforeAll
    static void buildTown() {
        town = new Town();
        refunds = PaymentsOverHttp.client(Refunds.class, town.http());
        // noon, so that midnight can't come between
        LocalDateTime now = LocalDateTime.ofInstant(town.clock.instant(), BANGKOK);
        town.clock.advance(Duration.between(now, now.toLocalDate().plusDays(2).atTime(12, 0)));
    }

    @AfterAll
    static void leaveTown() {
        town.close();
    }

    static RefundOrder order(Bill.Payment payment, long satang) {
        return new RefundOrder(
                UUID.randomUUID().toString(), "bma", payment.bank(), payment.transactionId(), satang, "finance-1", "mayor", "ชำระซ้ำ");
    }

    private static Bill now(Bill bill) {
        return town.bills().find(bill.id());
    }

    private static Bill awaitState(Bill bill, Bill.State state) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(now(bill).state()).isEqualTo(state));
        return now(bill);
    }

    private static Refund awaitDone(Refund refund) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(refunds.refund(refund.id()).state()).isEqualTo(Refund.State.DONE));
        return refunds.refund(refund.id());
    }

    private static RefundNotice awaitNotice(Refund refund) {
        await().atMost(PATIENCE).until(() -> town.platform.refunds.stream().anyMatch(notice -> notice.refund().id().equals(refund.id())));
        return town.platform.refunds.stream().filter(notice -> notice.refund().id().equals(refund.id())).findFirst().orElseThrow();
    }

    private static long atTheBank(Bill.Payment payment) {
        return town.ledger()
                .sql("select coalesce(sum(amount_satang), 0) from sandbox_bank.refund where transaction_id = ?")
                .param(payment.transactionId())
                .query(Long.class)
                .single();
    }

    /** One as long as the bank is to be asked about the bill. */
    private static long looksAfter(Bill bill) {
        return town.books()
                .sql("select count(ask_at) from payments.bill_standing where bill_id = ?")
                .param(bill.id())
                .query(Long.class)
                .single();
    }

    private static void assertRefused(Reason reason, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(PaymentsRefusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }

    private static Discrepancy awaitException(Bill bill) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(town.platform.exceptionsFor(bill.id())).hasSize(1));
        return town.platform.exceptionsFor(bill.id()).get(0);
    }

    @Test
    void theSecondPaymentGoesBackOnceAndTheBanksFileAgrees() {
        Bill bill = town.bill(20_000);
        town.pay(bill, "TWICE");
        Discrepancy twice = awaitException(bill);
        RefundOrder order = order(twice.payment(), 20_000);
        Refund refund = refunds.order(order);
        assertThat(refund.whole()).isTrue();
        assertThat(town.queue().discrepancy(twice.id()).payment().standing()).isIn(Standing.RETURNING, Standing.REFUNDED);
        assertThat(refunds.order(order).id()).isEqualTo(refund.id());
        assertRefused(Reason.ALREADY_SETTLED, () -> refunds.order(order(twice.payment(), 20_000)));
        assertRefused(Reason.KEY_REUSED, () -> refunds.order(new RefundOrder(
                order.idempotencyKey(), "bma", order.bank(), order.transactionId(), 1, "finance-1", "mayor", "x")));

        Refund done = awaitDone(refund);
        assertThat(done.bankReference()).startsWith("RF");
        assertThat(atTheBank(twice.payment())).isEqualTo(20_000);
        assertThat(now(bill).state()).isEqualTo(PAID);
        assertThat(now(bill).paidSatang()).isEqualTo(20_000);
        assertThat(town.queue().discrepancy(twice.id()).settlement().officer()).isEqualTo("mayor");
        assertThat(awaitNotice(refund).refund()).isEqualTo(done);
        assertThat(awaitNotice(refund).bill().id()).isEqualTo(bill.id());

        LocalDate today = LocalDate.ofInstant(town.clock.instant(), BANGKOK);
        town.payer.deliverDayFile(Town.BILLER, today);
        DayFiles files = PaymentsOverHttp.client(DayFiles.class, town.http());
        DayFile file = files.files("bma", 1).get(0);
        assertThat(file.debits()).isPositive();
        assertThat(files.differences(file.id(), 0, DayFiles.LARGEST_PAGE).entries())
                .as("a debit that we ordered is no difference")
                .noneMatch(difference -> difference.reference1().equals(bill.reference1()));
    }

    @Test
    void whatIsTooMuchGoesBackAndTheRestSettlesTheBillAtOnce() {
        Bill bill = town.bill(50_000);
        town.payer.pay(bill.qrPayload(), "WRONG_AMOUNT", "520.00");
        Discrepancy wrong = awaitException(bill);
        assertThat(now(bill).state()).isEqualTo(OVERPAID);
        assertRefused(Reason.NOT_COVERED, () -> refunds.order(order(wrong.payment(), 1_999)));
        assertRefused(Reason.NOT_COVERED, () -> refunds.order(order(wrong.payment(), 52_001)));
        Refund refund = refunds.order(order(wrong.payment(), 2_000));
        assertThat(refund.whole()).isFalse();
        assertThat(now(bill).state()).isEqualTo(PAID);
        assertThat(now(bill).paidSatang()).isEqualTo(50_000);
        await().untilAsserted(() -> assertThat(town.platform.postedFor(bill.id())).hasSize(1));
        awaitDone(refund);
        assertThat(atTheBank(wrong.payment())).isEqualTo(2_000);
        assertThat(now(bill).state()).isEqualTo(PAID);
    }

    @Test
    void aWrongAmountGoesBackWhileTheBankIsDownAtFirstAndTheBillIsPaidAfterAll() {
        Bill bill = town.bill(40_000);
        town.payer.pay(bill.qrPayload(), "WRONG_AMOUNT", "399.99");
        Discrepancy wrong = awaitException(bill);
        town.payer.openBank(false);
        town.clock.advance(ASK_AGAIN);
        await().atMost(PATIENCE).until(() -> looksAfter(bill) == 0);
        Refund refund = refunds.order(order(wrong.payment(), 39_999));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(refunds.refund(refund.id()).lastError()).isNotNull());
        assertThat(refunds.refund(refund.id()).state()).isEqualTo(Refund.State.ORDERED);
        assertThat(now(bill).state()).as("not before the bank has confirmed").isEqualTo(UNDERPAID);
        assertThat(atTheBank(wrong.payment())).isZero();
        town.payer.openBank(true);
        awaitDone(refund);
        Bill open = awaitState(bill, OPEN);
        assertThat(open.paidSatang()).isZero();
        assertThat(open.payments()).singleElement().satisfies(payment -> assertThat(payment.standing()).isEqualTo(Standing.REFUNDED));

        // nobody says so: the bill is looked after again
        town.pay(bill, "CALLBACK_LOST");
        town.clock.advance(ASK_AGAIN);
        awaitState(bill, PAID);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(town.platform.postedFor(bill.id())).hasSize(1));
        assertThat(town.platform.exceptionsFor(bill.id())).hasSize(1);
    }

    @Test
    void aCrashAfterTheOrderLosesNothingAndDoublesNothing() {
        Bill bill = town.bill(10_000);
        town.pay(bill, "NORMAL");
        Bill paid = awaitState(bill, PAID);
        town.stopAdapter();
        town.startAdapter(false);
        Refund refund = town.refunds().order(order(paid.payments().get(0), 10_000));
        assertThat(town.refunds().refund(refund.id()).state()).isEqualTo(Refund.State.ORDERED);
        town.stopAdapter();
        town.startAdapter(true);
        awaitDone(refund);
        awaitState(bill, REFUNDED);
        assertThat(atTheBank(paid.payments().get(0))).isEqualTo(10_000);
    }

    @Test
    void moneyThatTheBankRefusesToGiveBackIsWhereItWas() {
        Bill bill = town.bill(30_000);
        town.pay(bill, "TWICE");
        Discrepancy twice = awaitException(bill);
        // the bank's own books say that it is gone already
        town.ledger()
                .sql("""
                    insert into sandbox_bank.refund (order_reference, refund_id, transaction_id, amount_satang, ordered_at, completes_at)
                    values (?, ?, ?, 30000, now(), now())
                    """)
                .params(UUID.randomUUID().toString(), "RF-AT-THE-COUNTER-" + UUID.randomUUID(), twice.payment().transactionId())
                .update();
        Refund refund = refunds.order(order(twice.payment(), 30_000));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(refunds.refund(refund.id()).state()).isEqualTo(Refund.State.REFUSED));
        assertThat(refunds.refund(refund.id()).refusal()).contains("4102");
        assertThat(awaitNotice(refund).refund().state()).isEqualTo(Refund.State.REFUSED);
        Discrepancy again = town.queue().discrepancy(twice.id());
        assertThat(again.settlement()).isNull();
        assertThat(again.payment().standing()).isEqualTo(Standing.IN_QUEUE);
    }

    @Test
    void whatWentToTheBankOnPaperIsEnteredByAnOfficer() {
        Bill bill = town.bill(12_000);
        town.pay(bill, "NORMAL");
        Bill.Payment payment = awaitState(bill, PAID).payments().get(0);
        town.payer.openBank(false);
        Refund refund = refunds.order(order(payment, 12_000));
        HandRefund advice = new HandRefund("0611/2569", town.clock.instant(), "finance-1");
        assertRefused(Reason.ALREADY_SETTLED, () -> refunds.byHand(refund.id(), advice));
        // as it is with a bank that has no call for it
        town.books().sql("update payments.refund set state = 'BY_HAND', next_try = null where id = ?").param(refund.id()).update();
        Refund done = refunds.byHand(refund.id(), advice);
        assertThat(done.state()).isEqualTo(Refund.State.DONE);
        assertThat(refunds.byHand(refund.id(), advice)).isEqualTo(done);
        awaitState(bill, REFUNDED);
        assertThat(awaitNotice(refund).refund().bankReference()).isEqualTo("0611/2569");
        town.payer.openBank(true);
    }

    @Test
    void nobodyApprovesWhatHeProposedAndNoAgencyTouchesAnothersMoney() {
        Bill bill = town.bill(11_000);
        town.pay(bill, "NORMAL");
        Bill.Payment payment = awaitState(bill, PAID).payments().get(0);
        assertThatThrownBy(() -> new RefundOrder("k", "bma", payment.bank(), payment.transactionId(), 11_000, "one", "one", "x"))
                .isInstanceOf(IllegalArgumentException.class);
        assertRefused(Reason.NOT_FOUND, () -> refunds.order(new RefundOrder(
                UUID.randomUUID().toString(), "other", payment.bank(), payment.transactionId(), 11_000, "one", "two", "x")));
        assertThat(now(bill).state()).isEqualTo(PAID);
    }
}
