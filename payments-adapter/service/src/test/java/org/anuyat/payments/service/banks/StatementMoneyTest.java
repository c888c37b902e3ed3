package org.anuyat.payments.service.banks;

import static org.anuyat.payments.service.banks.SlipContractTest.submit;
import static org.anuyat.payments.service.banks.Street.FEE;
import static org.anuyat.payments.service.banks.Street.awaitNothingWaiting;
import static org.anuyat.payments.service.banks.Street.awaitState;
import static org.anuyat.payments.service.banks.Street.bill;
import static org.anuyat.payments.service.banks.Street.deliver;
import static org.anuyat.payments.service.banks.Street.file;
import static org.anuyat.payments.service.banks.Street.now;
import static org.anuyat.payments.service.banks.Street.number;
import static org.anuyat.payments.service.banks.Street.office;
import static org.anuyat.payments.service.banks.Street.peer;
import static org.anuyat.payments.service.banks.Street.say;
import static org.anuyat.payments.service.banks.Street.takesMoney;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.anuyat.payments.api.Bill;
import org.anuyat.payments.api.PaymentsRefusal;
import org.anuyat.payments.api.PaymentsRefusal.Reason;
import org.anuyat.payments.api.dayfiles.DayDifference;
import org.anuyat.payments.api.dayfiles.DayFile;
import org.anuyat.payments.api.dayfiles.DayFiles;
import org.anuyat.payments.api.slips.Slip;
import org.anuyat.payments.api.slips.Slip.State;
import org.anuyat.payments.api.slips.SlipDecision;
import org.anuyat.payments.api.slips.SlipDecision.Kind;
import org.anuyat.payments.api.slips.StatementEntry;
import org.anuyat.payments.service.banks.Tongues.Tongue;
import org.anuyat.payments.service.banks.calls.Field;
import org.anuyat.payments.service.dayfiles.DayFileLines;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Money that two officers enter from a statement, and the same money when the bank names it before, after or at the same time. */
@ExtendWith(Street.class)
class StatementMoneyTest {

    private static final Tongue BBL = Tongues.ALL.stream().filter(bank -> bank.bank().equals("bbl")).findFirst().orElseThrow();

    static List<Tongue> whoseFileConfirms() {
        return Tongues.ALL.stream().filter(bank -> !bank.account().isEmpty()).toList();
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Bangkok"));
    }

    private static StatementEntry entry(String bankCode) {
        return new StatementEntry(bankCode, today(), number(), FEE, "ngoen");
    }

    private static Slip proposed(Bill bill, StatementEntry entry) {
        return office.slips().propose(submit(bill).id(), entry);
    }

    private static Slip approve(Slip slip) {
        return office.slips().decide(slip.id(), new SlipDecision(Kind.APPROVE, "hua", ""));
    }

    private static void assertRefused(Reason reason, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(PaymentsRefusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }

    private static void assertPaidOnce(Bill bill) {
        assertThat(now(bill).state()).isEqualTo(Bill.State.PAID);
        assertThat(now(bill).payments()).hasSize(1);
        assertThat(now(bill).paidSatang()).isEqualTo(FEE);
        await().untilAsserted(() -> assertThat(office.heard(bill)).hasSize(1));
        assertThat(office.questioned(bill)).isZero();
    }

    @Test
    void two_officers_enter_a_line_once_and_it_settles_the_bill() {
        Bill bill = bill();
        StatementEntry entry = entry("002");
        Slip slip = proposed(bill, entry);
        assertThat(slip.state()).isEqualTo(State.PROPOSED);
        assertThat(now(bill).state()).as("a proposal is no money").isEqualTo(Bill.State.OPEN);
        assertThat(office.slips().propose(slip.id(), entry)).as("the same again").isEqualTo(slip);
        assertRefused(Reason.SAME_OFFICER, () -> office.slips().decide(slip.id(), new SlipDecision(Kind.APPROVE, "ngoen", "")));
        assertRefused(Reason.STATEMENT_USED, () -> proposed(bill(), entry));

        assertThat(approve(slip).state()).isEqualTo(State.ACCEPTED);
        assertThat(approve(slip).state()).as("approved again").isEqualTo(State.ACCEPTED);
        assertPaidOnce(bill);
        assertRefused(Reason.STATEMENT_USED, () -> proposed(bill(), entry));
        assertRefused(Reason.ALREADY_SETTLED, () -> office.slips().decide(slip.id(), new SlipDecision(Kind.REFUSE, "ngoen", "no")));
    }

    @Test
    void a_line_that_cannot_be_is_refused_and_a_proposal_that_is_declined_waits_again() {
        Bill bill = bill();
        Slip slip = submit(bill);
        assertRefused(Reason.NOT_COVERED, () -> office.slips().propose(slip.id(), entry("099")));
        assertRefused(
                Reason.NOT_COVERED,
                () -> office.slips().propose(slip.id(), new StatementEntry("002", today().plusDays(1), "1", FEE, "ngoen")));
        assertRefused(
                Reason.NOT_COVERED,
                () -> office.slips().propose(slip.id(), new StatementEntry("002", today().minusDays(1), "1", FEE, "ngoen")));
        StatementEntry entry = entry("002");
        office.slips().propose(slip.id(), entry);
        Slip declined = office.slips().decide(slip.id(), new SlipDecision(Kind.DECLINE, "hua", "ไม่พบรายการ"));
        assertThat(declined.state()).isEqualTo(State.WAITING);
        assertThat(declined.statement()).isNull();
        assertThat(declined.declined()).isNotNull().satisfies(word -> {
            assertThat(word.officer()).isEqualTo("hua");
            assertThat(word.reason()).isEqualTo("ไม่พบรายการ");
        });
        assertRefused(Reason.ALREADY_SETTLED, () -> approve(slip));
        assertThat(now(bill).payments()).isEmpty();
        assertThat(office.slips().propose(slip.id(), entry).state()).as("the line is free again").isEqualTo(State.PROPOSED);
    }

    @ParameterizedTest
    @MethodSource("whoseFileConfirms")
    void the_banks_file_that_comes_later_is_the_same_money(Tongue bank) {
        Bill bill = bill();
        Said payment = Said.of(bill, number());
        say(bank, bank.confirm(payment));
        approve(proposed(bill, entry(office.bank(bank.bank()).code())));
        takesMoney(bank, payment);
        awaitNothingWaiting();
        assertPaidOnce(bill);
        assertThat(unmatched(bill)).isEmpty();
    }

    private static List<DayDifference> unmatched(Bill bill) {
        return office.dayFiles().files("bma", DayFiles.LARGEST_PAGE).stream()
                .map(DayFile::id)
                .flatMap(file -> office.dayFiles().differences(file, 0, DayFiles.LARGEST_PAGE).entries().stream())
                .filter(one -> one.line() != null && one.reference1().equals(bill.reference1()))
                .toList();
    }

    @Test
    void a_file_that_lacks_the_money_says_so_without_a_time() {
        Bill bill = bill();
        LocalDate day = today().minusDays(2);
        office.books().sql("update payments.bill set presented_at = presented_at - interval '3 days' where id = ?").param(bill.id()).update();
        approve(proposed(bill, new StatementEntry("002", day, number(), FEE, "ngoen")));
        Said other = Said.of(bill(), number());
        deliver(BBL, new DayFileLines(day, "002", BBL.account())
                .detail("C", other.paidAt(), other.reference1(), other.reference2(), FEE)
                .whole());
        awaitNothingWaiting();
        DayFile file = office.dayFiles().files("bma", DayFiles.LARGEST_PAGE).stream()
                .filter(one -> one.bank().equals(BBL.bank()) && one.effectiveOn().equals(day))
                .findFirst()
                .orElseThrow();
        assertThat(office.dayFiles().differences(file.id(), 0, DayFiles.LARGEST_PAGE).entries())
                .filteredOn(one -> one.reference1().equals(bill.reference1()))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.kind()).isEqualTo(DayDifference.Kind.NOT_THERE);
                    assertThat(one.byStatement()).isTrue();
                });
    }

    @Test
    void a_payer_who_really_paid_twice_gets_the_second_payment_looked_at() {
        Bill bill = bill();
        approve(proposed(bill, entry("002")));
        Said first = Said.of(bill, number());
        LocalDateTime before = first.paidAt().minusMinutes(1);
        deliver(BBL, file(BBL)
                .detail("C", before, first.reference1(), first.reference2(), FEE)
                .detail("C", before.plusSeconds(5), first.reference1(), first.reference2(), FEE)
                .whole());
        awaitNothingWaiting();
        assertThat(now(bill).state()).isEqualTo(Bill.State.PAID);
        assertThat(now(bill).payments()).hasSize(2);
        await().untilAsserted(() -> assertThat(office.questioned(bill)).isEqualTo(1));
    }

    @Test
    void what_a_bank_confirms_before_the_approval_comes_first() {
        Bill bill = bill();
        Slip slip = proposed(bill, entry("014"));
        Said payment = Said.of(bill, number());
        peer.takeAtScb(payment);
        assertRefused(Reason.ALREADY_SETTLED, () -> approve(slip));
        assertPaidOnce(bill);
        assertThat(now(bill).payments()).singleElement().satisfies(posted -> assertThat(posted.transactionId())
                .isEqualTo(payment.transactionId()));
        assertThat(office.slips().slip(slip.id()).state()).isEqualTo(State.OVERTAKEN);
    }

    @Test
    void what_a_bank_confirms_after_the_approval_is_the_same_money_however_often() {
        Bill bill = bill();
        Said payment = Said.of(bill, number());
        approve(proposed(bill, entry("014")));
        peer.takeAtScb(payment);
        office.bills().inquire(bill.id());
        office.bills().inquire(bill.id());
        assertPaidOnce(bill);
        assertThat(office.books()
                        .sql("select known_as from payments.bank_payment where bill_id = ?")
                        .param(bill.id())
                        .query(String.class)
                        .single())
                .isEqualTo(payment.transactionId());
    }

    /** The bank's call, its file and the officers' approval, in any order and at once: the bill is settled once, and the money comes once. */
    @ParameterizedTest
    @ValueSource(longs = {1, 7, 42})
    void in_whatever_order_it_comes_the_money_comes_once(long seed) throws Exception {
        Random random = new Random(seed);
        List<Bill> bills = new ArrayList<>();
        List<Runnable> deeds = new ArrayList<>();
        var file = file(BBL);
        for (int i = 0; i < 12; i++) {
            Bill bill = bill();
            Said payment = Said.of(bill, number());
            bills.add(bill);
            file.detail("C", payment.paidAt(), payment.reference1(), payment.reference2(), Field.satang("baht", payment.baht()));
            Slip slip = proposed(bill, entry("002"));
            if (random.nextBoolean()) {
                deeds.add(() -> say(BBL, BBL.confirm(payment)));
            }
            deeds.add(() -> approveOrBeOvertaken(slip));
            deeds.add(() -> approveOrBeOvertaken(slip));
        }
        List<String> whole = file.whole();
        deeds.add(() -> deliver(BBL, whole));
        deeds.add(() -> deliver(BBL, whole));
        Collections.shuffle(deeds, random);
        ExecutorService hands = Executors.newFixedThreadPool(6);
        try {
            List<Future<?>> all = new ArrayList<>();
            deeds.forEach(deed -> all.add(hands.submit(deed)));
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            hands.shutdown();
        }
        awaitNothingWaiting();
        bills.forEach(bill -> awaitState(bill, Bill.State.PAID));
        await().pollDelay(Duration.ofMillis(300)).untilAsserted(() -> bills.forEach(StatementMoneyTest::assertPaidOnce));
        bills.forEach(bill -> assertThat(unmatched(bill)).isEmpty());
    }

    private static void approveOrBeOvertaken(Slip slip) {
        try {
            approve(slip);
        } catch (PaymentsRefusal refusal) {
            assertThat(refusal.reason()).isEqualTo(Reason.ALREADY_SETTLED);
        }
    }
}
