package org.anuyat.payments.service.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.anuyat.payments.api.Bill;
import org.junit.jupiter.api.Test;

/** Calls that lie there when the adapter comes back are asked about and posted several at a time. */
class ManyCallsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int CALLS = 40;
    private static final long REFUSED = 7_777;

    @Test
    void oneThatCannotBePostedDoesNotHoldUpThoseBesideIt() {
        try (Town town = new Town()) {
            town.stopAdapter();
            town.startAdapter(false);
            List<Bill> bills = IntStream.range(0, CALLS).mapToObj(i -> town.bill(i == CALLS / 2 ? REFUSED : 10_000 + i)).toList();
            bills.forEach(bill -> town.pay(bill, "NORMAL"));
            await().atMost(PATIENCE).until(() -> count(town, "payments.callback where state = 'WAITING'") == CALLS);
            town.books().sql("alter table payments.bank_payment add constraint refused check (amount_satang <> " + REFUSED + ")").update();

            town.stopAdapter();
            town.startAdapter(true);

            await().atMost(PATIENCE).until(() -> count(town, "payments.bank_payment") == CALLS - 1);
            await().atMost(PATIENCE).until(() -> count(town, "payments.callback where state = 'CONFIRMED'") == CALLS - 1);
            assertThat(count(town, "(select distinct xmin::text from payments.bank_payment) commits"))
                    .as("posted several at a time").isLessThan(CALLS - 1);
            assertThat(town.bills().find(bills.get(CALLS / 2).id()).state()).isEqualTo(Bill.State.OPEN);
            assertThat(town.bills().find(bills.get(0).id()).state()).isEqualTo(Bill.State.PAID);

            town.books().sql("alter table payments.bank_payment drop constraint refused").update();
            // longer than a lease
            town.clock.advance(Duration.ofMinutes(3));

            await().atMost(PATIENCE).until(() -> count(town, "payments.callback where state = 'CONFIRMED'") == CALLS);
            assertThat(bills).allSatisfy(bill -> assertThat(town.bills().find(bill.id()).state()).isEqualTo(Bill.State.PAID));
            assertThat(count(town, "payments.bank_payment")).isEqualTo(CALLS);
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(count(town, "payments.notice where delivered_at is not null")).isEqualTo(CALLS));
        }
    }

    private static int count(Town town, String from) {
        return town.books().sql("select count(*) from " + from).query(Integer.class).single();
    }
}
