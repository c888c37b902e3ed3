package org.anuyat.payments.service.kills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.anuyat.payments.api.Bill;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What has to be true whatever was killed when. */
final class Balance {

    private final Quarter town;

    Balance(Quarter town) {
        this.town = town;
    }

    /** Waits until all work is done, and then compares the bank's ledger, the books, and what the platform was told. */
    void check() {
        await().atMost(Duration.ofSeconds(120)).pollInterval(Duration.ofMillis(250)).untilAsserted(() -> {
            assertThat(lines(
                            town.books(),
                            "select transaction_id || ' ' || amount_satang from payments.bank_payment where bank_code = '014' order by 1"))
                    .as("each payment that the bank holds is in the books, and no other")
                    .isEqualTo(lines(town.ledger(), "select transaction_id || ' ' || amount_satang from sandbox_bank.payment order by 1"));
            assertThat(town.books()
                            .sql("select reference1 || ' ' || amount_satang from payments.bank_payment where bank_code = ?")
                            .param(FileBank.CODE)
                            .query(String.class)
                            .list()
                            .stream()
                            .sorted())
                    .as("each payment that a file confirmed is in the books, and no other")
                    .containsExactlyElementsOf(town.fileBank.held());
            assertThat(count("select count(*) from payments.day_file_part")).as("parts of files to enter").isZero();
            assertThat(count("select count(*) from payments.later_notices")).as("notices to write").isZero();
            assertThat(count("select count(*) from payments.notice where delivered_at is null")).as("untold notices").isZero();
            assertThat(count("select count(*) from payments.refund where state <> 'DONE'")).as("refunds under way").isZero();
        });
        assertThat(lines(
                        town.books(),
                        """
                        select p.transaction_id || ' ' || sum(r.amount_satang) from payments.refund r
                          join payments.bank_payment p on p.id = r.payment_id group by p.transaction_id order by 1
                        """))
                .as("what went back, as we ordered it and as the bank did it")
                .isEqualTo(lines(
                        town.ledger(),
                        "select transaction_id || ' ' || sum(amount_satang) from sandbox_bank.refund group by transaction_id order by 1"));
        everySatangIsInOnePlace();
        whatWasLeftForLaterIsWrittenOnce();
        lines(town.books(), "select id::text from payments.bill").forEach(id -> billIsTold(UUID.fromString(id)));
    }

    /** On one bill, in the queue, or back with the payer; what stands on bills is what the bank confirmed for them. */
    private void everySatangIsInOnePlace() {
        long held = town.ledger().sql("select coalesce(sum(amount_satang), 0) from sandbox_bank.payment").query(Long.class).single()
                + town.fileBank.heldSatang();
        long onBills = count("select coalesce(sum(amount_satang), 0) from payments.bank_payment where standing = 'ON_BILL' and bill_id is not null");
        long queued = count(
                """
                select coalesce(sum(p.amount_satang), 0) from payments.bank_payment p
                 where p.standing = 'IN_QUEUE' and (select count(*) from payments.discrepancy d where d.payment_id = p.id) = 1
                """);
        long back = count("select coalesce(sum(amount_satang), 0) from payments.bank_payment where standing = 'REFUNDED'");
        assertThat(onBills + queued + back).as("on bills + in the queue + given back").isEqualTo(held);
        assertThat(count(
                        """
                        select count(*) from payments.bill b join payments.bill_standing standing on standing.bill_id = b.id
                         where standing.state = 'PAID' and b.amount_satang <>
                          (select sum(p.amount_satang) from payments.bank_payment p where p.bill_id = b.id and p.standing = 'ON_BILL')
                        """))
                .as("bills that are paid without as much money of the bank")
                .isZero();
        assertThat(count(
                        """
                        select count(*) from payments.day_file_line l full join payments.bank_payment p on p.id = l.payment_id
                         where (l.payment_id is not null or p.record_line is not null)
                           and (p.record_file, p.record_line) is distinct from (l.file_id, l.line)
                        """))
                .as("records of files and money that don't name each other")
                .isZero();
    }

    /** A file's payment has the notice that it was to have. */
    private void whatWasLeftForLaterIsWrittenOnce() {
        assertThat(count(
                        """
                        select count(*) from payments.bank_payment p
                         where p.later_notice is not null
                           and (select count(*) from payments.notice n where n.bill_id = p.bill_id and n.kind = 'POSTED') <> 1
                        """))
                .as("payments of files whose notice was lost or written twice")
                .isZero();
        assertThat(count("select count(*) from payments.notice n join payments.bank_payment p on p.id = n.payment_id"
                        + " where (n.bill_id, n.sequence) is distinct from (p.bill_id, p.later_notice)"))
                .as("notices that stand in another's place")
                .isZero();
    }

    private void billIsTold(UUID id) {
        Bill bill = town.bills().find(id);
        boolean paid = bill.state() == Bill.State.PAID;
        assertThat(town.platform.posted.stream().filter(notice -> notice.bill().id().equals(id)))
                .as("the platform is told once that " + bill + " is paid")
                // a refunded bill may have been paid before, or have got another amount only
                .hasSizeBetween(paid ? 1 : 0, paid || bill.state() == Bill.State.REFUNDED ? 1 : 0);
        assertThat(town.platform.refunded.stream().filter(notice -> notice.bill() != null && notice.bill().id().equals(id)))
                .hasSize((int) count("select count(*) from payments.refund r join payments.bank_payment p on p.id = r.payment_id"
                        + " where p.bill_id = '" + id + "'"));
        List<Integer> told = town.platform.sequence(id);
        assertThat(told).as("in order and without a gap")
                .isEqualTo(IntStream.rangeClosed(1, (int) count("select notices from payments.bill_standing where bill_id = '" + id + "'"))
                        .boxed()
                        .toList());
    }

    private long count(String query) {
        return town.books().sql(query).query(Long.class).single();
    }

    private static List<String> lines(JdbcClient sql, String query) {
        return sql.sql(query).query(String.class).list();
    }
}
