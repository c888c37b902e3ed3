package org.anuyat.payments.service.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.anuyat.payments.api.Bill;
import org.anuyat.payments.api.PaymentsRefusal;
import org.anuyat.payments.api.PaymentsRefusal.Reason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whatever happens in whatever order: what the bank holds is in the books, each satang in one place, and no bill is settled twice.
 * {@code -Danuyat.interleavings=20} goes through twenty more orders, {@code -Danuyat.interleavings.seed} repeats one.
 */
class BooksBalanceTest {

    private static final List<String> MANNERS =
            List.of("NORMAL", "NORMAL", "TWICE", "LATE", "WRONG_AMOUNT", "CALLBACK_LOST", "CALLBACK_TWICE", "FORGED");
    private static final int STEPS = 60;
    private static final long USUAL = 2569;
    private static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");

    static LongStream seeds() {
        Long seed = Long.getLong("anuyat.interleavings.seed");
        return seed == null
                ? LongStream.concat(LongStream.of(USUAL), new Random().longs(Integer.getInteger("anuyat.interleavings", 0), 0, 1_000_000))
                : LongStream.of(seed);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void afterRandomEventsTheBooksHoldWhatTheBankHolds(long seed) {
        Random random = new Random(seed);
        try (Town town = new Town()) {
            List<Bill> bills = new ArrayList<>();
            bills.add(town.bill(10_000));
            for (int step = 0; step < STEPS; step++) {
                Bill bill = bills.get(random.nextInt(bills.size()));
                switch (random.nextInt(11)) {
                    case 0, 1 -> bills.add(town.bill(1 + random.nextInt(1_000_000)));
                    case 2 -> town.payer.openBank(random.nextBoolean());
                    case 3 -> allowingRefusal(() -> town.bills().inquire(bill.id()));
                    case 4 -> allowingRefusal(() -> town.bills().cancel(bill.id()));
                    case 5 -> town.platform.refusals.addAndGet(random.nextInt(3));
                    // refused from the second file of a day on, which must change nothing either
                    case 6 -> town.payer.deliverDayFile(Town.BILLER, LocalDate.ofInstant(town.clock.instant(), BANGKOK));
                    case 7, 8 -> allowingRefusal(() -> giveBack(town, bill, random));
                    default -> pay(town, bill, MANNERS.get(random.nextInt(MANNERS.size())));
                }
                if (step == STEPS / 2) {
                    town.stopAdapter();
                    town.startAdapter(true);
                }
            }
            town.payer.openBank(true);
            bills.forEach(bill -> town.bills().inquire(bill.id()));
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                assertThat(transactions(town.books(), "payments.bank_payment"))
                        .isEqualTo(transactions(town.ledger(), "sandbox_bank.payment"));
                assertThat(town.books()
                                .sql("select count(*) from payments.notice where delivered_at is null")
                                .query(Long.class)
                                .single())
                        .isZero();
                assertThat(town.books()
                                .sql("select count(*) from payments.refund where state <> 'DONE'")
                                .query(Long.class)
                                .single())
                        .as("refunds that the bank hasn't confirmed")
                        .isZero();
            });
            if (seed == USUAL) {
                assertThat(refunds(town)).as("the steps gave money back").isPositive();
            }
            assertThat(left(town.books(), "select transaction_id || ' ' || (amount_satang - back_satang) from payments.bank_payment order by 1"))
                    .as("what is left of each payment, here and at the bank")
                    .isEqualTo(left(
                            town.ledger(),
                            """
                            select p.transaction_id || ' ' || (p.amount_satang - coalesce(sum(r.amount_satang), 0))
                              from sandbox_bank.payment p left join sandbox_bank.refund r using (transaction_id)
                             group by p.transaction_id order by 1
                            """));
            bills.forEach(bill -> check(town, bill.id()));
        }
    }

    /** Any payment of the bill: all of it, or what is more than the bill asks for. */
    private static void giveBack(Town town, Bill bill, Random random) {
        Bill now = town.bills().find(bill.id());
        if (now.payments().isEmpty()) {
            return;
        }
        Bill.Payment payment = now.payments().get(random.nextInt(now.payments().size()));
        long tooMuch = now.paidSatang() - now.amountSatang();
        town.refunds().order(RefundJourneyTest.order(payment, tooMuch > 0 && random.nextBoolean() ? tooMuch : payment.amountSatang()));
    }

    private static long refunds(Town town) {
        return town.books().sql("select count(*) from payments.refund").query(Long.class).single();
    }

    private static List<String> left(JdbcClient sql, String query) {
        return sql.sql(query).query(String.class).list();
    }

    private static void pay(Town town, Bill bill, String manner) {
        town.payer.pay(bill.qrPayload(), manner, manner.equals("WRONG_AMOUNT") ? "12345.67" : "");
    }

    private static void allowingRefusal(Runnable call) {
        try {
            call.run();
        } catch (PaymentsRefusal refusal) {
            assertThat(refusal.reason())
                    .isIn(Reason.NOT_OPEN, Reason.BANK_UNAVAILABLE, Reason.ALREADY_SETTLED, Reason.NOT_COVERED);
        }
    }

    private static List<String> transactions(JdbcClient sql, String table) {
        return sql.sql("select transaction_id || ' ' || amount_satang from " + table + " order by 1").query(String.class).list();
    }

    private static void check(Town town, UUID billId) {
        Bill bill = town.bills().find(billId);
        boolean settled = bill.state() == Bill.State.PAID;
        int told = town.platform.postedFor(billId).size();
        assertThat(told).isBetween(settled ? 1 : 0, settled || bill.state() == Bill.State.REFUNDED ? 1 : 0);
        long onBill = bill.payments().stream()
                .filter(payment -> payment.standing() == Bill.Payment.Standing.ON_BILL)
                .count();
        assertThat(onBill).isLessThanOrEqualTo(1);
        assertThat(settled).isEqualTo(bill.paidSatang() == bill.amountSatang());
        long undecided = town.books()
                .sql("""
                    select count(*) from payments.discrepancy d join payments.bank_payment p on p.id = d.payment_id
                     where p.bill_id = ? and p.standing = 'IN_QUEUE'
                    """)
                .param(billId)
                .query(Long.class)
                .single();
        long back = bill.payments().stream()
                .filter(payment -> payment.standing() == Bill.Payment.Standing.REFUNDED)
                .count();
        assertThat(undecided).isEqualTo(bill.payments().size() - onBill - back);
        List<Integer> sequences = new ArrayList<>();
        town.platform.posted.stream().filter(n -> n.bill().id().equals(billId)).forEach(n -> sequences.add(n.sequence()));
        town.platform.exceptions.stream().filter(n -> n.bill().id().equals(billId)).forEach(n -> sequences.add(n.sequence()));
        town.platform.refunds.stream()
                .filter(n -> n.bill() != null && n.bill().id().equals(billId))
                .forEach(n -> sequences.add(n.sequence()));
        assertThat(sequences).doesNotHaveDuplicates();
    }
}
