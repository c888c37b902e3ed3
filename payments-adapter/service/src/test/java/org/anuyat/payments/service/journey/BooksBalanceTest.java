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
import org.anuyat.payments.api.Bill;
import org.anuyat.payments.api.PaymentsRefusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever happens in whatever order: what the bank holds is in the books, each satang in one place, and no bill is settled twice. */
class BooksBalanceTest {

    private static final List<String> MANNERS =
            List.of("NORMAL", "NORMAL", "TWICE", "LATE", "WRONG_AMOUNT", "CALLBACK_LOST", "CALLBACK_TWICE", "FORGED");
    private static final int STEPS = 60;
    private static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");

    @ParameterizedTest
    @ValueSource(longs = 2569)
    void afterRandomEventsTheBooksHoldWhatTheBankHolds(long seed) {
        Random random = new Random(seed);
        try (Town town = new Town()) {
            List<Bill> bills = new ArrayList<>();
            bills.add(town.bill(10_000));
            for (int step = 0; step < STEPS; step++) {
                Bill bill = bills.get(random.nextInt(bills.size()));
                switch (random.nextInt(9)) {
                    case 0, 1 -> bills.add(town.bill(1 + random.nextInt(1_000_000)));
                    case 2 -> town.openBank(random.nextBoolean());
                    case 3 -> allowingRefusal(() -> town.bills().inquire(bill.id()));
                    case 4 -> allowingRefusal(() -> town.bills().cancel(bill.id()));
                    case 5 -> town.platform.refusals.addAndGet(random.nextInt(3));
                    // refused from the second file of a day on, which must change nothing either
                    case 6 -> town.deliverDayFile(LocalDate.ofInstant(town.clock.instant(), BANGKOK));
                    default -> pay(town, bill, MANNERS.get(random.nextInt(MANNERS.size())));
                }
                if (step == STEPS / 2) {
                    town.stopAdapter();
                    town.startAdapter(true);
                }
            }
            town.openBank(true);
            bills.forEach(bill -> town.bills().inquire(bill.id()));
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                assertThat(transactions(town.books(), "payments.bank_payment"))
                        .isEqualTo(transactions(town.ledger(), "sandbox_bank.payment"));
                assertThat(town.books()
                                .sql("select count(*) from payments.notice where delivered_at is null")
                                .query(Long.class)
                                .single())
                        .isZero();
            });
            bills.forEach(bill -> check(town, bill.id()));
        }
    }

    private static void pay(Town town, Bill bill, String manner) {
        town.pay(bill.qrPayload(), manner, manner.equals("WRONG_AMOUNT") ? "12345.67" : "");
    }

    private static void allowingRefusal(Runnable call) {
        try {
            call.run();
        } catch (PaymentsRefusal refusal) {
            assertThat(refusal.reason()).isIn(PaymentsRefusal.Reason.NOT_OPEN, PaymentsRefusal.Reason.BANK_UNAVAILABLE);
        }
    }

    private static List<String> transactions(JdbcClient sql, String table) {
        return sql.sql("select transaction_id || ' ' || amount_satang from " + table + " order by 1").query(String.class).list();
    }

    private static void check(Town town, UUID billId) {
        Bill bill = town.bills().find(billId);
        boolean settled = bill.state() == Bill.State.PAID;
        assertThat(town.platform.postedFor(billId)).hasSize(settled ? 1 : 0);
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
        assertThat(undecided).isEqualTo(bill.payments().size() - onBill);
        List<Integer> told = new ArrayList<>();
        town.platform.posted.stream().filter(n -> n.bill().id().equals(billId)).forEach(n -> told.add(n.sequence()));
        town.platform.exceptions.stream().filter(n -> n.bill().id().equals(billId)).forEach(n -> told.add(n.sequence()));
        assertThat(told).doesNotHaveDuplicates();
    }
}
