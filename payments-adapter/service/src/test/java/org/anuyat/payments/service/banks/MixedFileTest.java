package org.anuyat.payments.service.banks;

import static org.anuyat.payments.service.banks.Street.FEE;
import static org.anuyat.payments.service.banks.Street.awaitNothingWaiting;
import static org.anuyat.payments.service.banks.Street.bill;
import static org.anuyat.payments.service.banks.Street.deliver;
import static org.anuyat.payments.service.banks.Street.file;
import static org.anuyat.payments.service.banks.Street.now;
import static org.anuyat.payments.service.banks.Street.number;
import static org.anuyat.payments.service.banks.Street.office;
import static org.anuyat.payments.service.banks.Street.say;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.anuyat.payments.api.Bill;
import org.anuyat.payments.api.Bill.Payment.Standing;
import org.anuyat.payments.api.dayfiles.DayFile;
import org.anuyat.payments.api.dayfiles.DayFiles;
import org.anuyat.payments.service.banks.Tongues.Tongue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;

/** A file in which plain payments stand beside others: all at once or one by one, the books say the same. */
@ExtendWith(Street.class)
class MixedFileTest {

    static List<Tongue> whoseFileConfirms() {
        return Tongues.ALL.stream().filter(bank -> !bank.account().isEmpty()).toList();
    }

    @ParameterizedTest
    @MethodSource("whoseFileConfirms")
    void what_is_not_plain_is_decided_in_the_order_of_payment(Tongue bank) {
        Bill plain = bill();
        Bill reported = bill();
        Bill twice = bill();
        Bill wrongFirst = bill();
        Said report = Said.of(reported, number());
        say(bank, bank.confirm(report));
        LocalDateTime at = report.paidAt();
        List<String> lines = file(bank)
                .detail("C", at.plusSeconds(9), wrongFirst.reference1(), wrongFirst.reference2(), FEE)
                .detail("C", at, plain.reference1(), plain.reference2(), FEE)
                .detail("C", at, twice.reference1(), twice.reference2(), FEE)
                .detail("C", at, reported.reference1(), reported.reference2(), FEE)
                .detail("C", at.plusSeconds(5), twice.reference1(), twice.reference2(), FEE)
                .detail("C", at, wrongFirst.reference1(), wrongFirst.reference2(), FEE - 1)
                .whole();
        deliver(bank, lines);
        awaitNothingWaiting();
        deliver(bank, lines);
        assertThat(strangers()).as("records and their money name each other").isZero();
        assertThat(now(plain).state()).isEqualTo(Bill.State.PAID);
        assertThat(now(plain).payments()).hasSize(1);
        assertThat(now(reported).payments()).extracting(Bill.Payment::transactionId).containsExactly(report.transactionId());
        assertThat(now(twice).state()).isEqualTo(Bill.State.PAID);
        assertThat(now(twice).payments()).extracting(Bill.Payment::standing).containsExactly(Standing.ON_BILL, Standing.IN_QUEUE);
        assertThat(now(wrongFirst).state()).isEqualTo(Bill.State.UNDERPAID);
        assertThat(now(wrongFirst).payments()).extracting(Bill.Payment::amountSatang).containsExactly(FEE - 1, FEE);
        await().untilAsserted(() -> {
            assertThat(office.heard(plain)).hasSize(1);
            assertThat(office.heard(twice)).hasSize(1);
        });
        assertThat(office.heard(wrongFirst)).isEmpty();
    }

    @Test
    void what_is_being_entered_is_no_difference_and_keeps_the_day_from_being_closed() throws SQLException {
        Tongue bank = whoseFileConfirms().get(0);
        Bill bill = bill();
        try (Connection holder = office.database().getConnection(); Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            // what a file's payments leave for later is the last that is written of them
            statement.execute("lock table payments.later_notices in share row exclusive mode");
            deliver(bank, file(bank)
                    .detail("C", Said.of(bill, number()).paidAt(), bill.reference1(), bill.reference2(), FEE)
                    .whole());
            DayFile file = latest(bank);
            assertThat(file.asking()).isEqualTo(1);
            assertThat(file.matched()).isZero();
            assertThat(office.dayFiles().differences(file.id(), 0, 50).total()).isZero();
            holder.rollback();
        }
        awaitNothingWaiting();
        assertThat(latest(bank).asking()).isZero();
        assertThat(latest(bank).matched()).isEqualTo(1);
    }

    private static DayFile latest(Tongue bank) {
        return office.dayFiles().files("bma", DayFiles.LARGEST_PAGE).stream()
                .filter(file -> file.bank().equals(bank.bank()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void nothing_leaves_the_books() {
        Bill bill = bill();
        assertThatThrownBy(() -> office.books().sql("delete from payments.bill where id = ?").param(bill.id()).update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("nothing is deleted from bill");
        assertThatThrownBy(() -> office.books().sql("truncate payments.bank_payment cascade").update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("nothing is deleted from");
    }

    @Test
    void money_names_a_bill_that_there_is_and_stays_with_it() {
        Bill bill = bill();
        assertThatThrownBy(() -> enter(UUID.randomUUID(), "ON_BILL"))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("money names a bill that there isn't");
        enter(bill.id(), "ON_BILL");
        enter(bill.id(), "IN_QUEUE");
        enter(bill.id(), "IN_QUEUE");
        assertThatThrownBy(() -> enter(bill.id(), "ON_BILL"))
                .isInstanceOf(DuplicateKeyException.class)
                .hasMessageContaining("bank_payment_once");
        assertThatThrownBy(() -> office.books()
                        .sql("update payments.bank_payment set bill_id = ? where bill_id = ?")
                        .params(bill().id(), bill.id())
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("the bill of bank_payment never changes");
    }

    @Test
    void a_record_and_its_money_name_each_other_and_nobody_else() {
        Tongue bank = whoseFileConfirms().get(0);
        Bill one = bill();
        Bill another = bill();
        LocalDateTime at = Said.of(one, number()).paidAt();
        deliver(bank, file(bank)
                .detail("C", at, one.reference1(), one.reference2(), FEE)
                .detail("C", at, another.reference1(), another.reference2(), FEE)
                .whole());
        awaitNothingWaiting();
        assertThatThrownBy(() -> give("payment_id", "payments.day_file_line", another, one))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("a record names money that doesn't name it");
        assertThatThrownBy(() -> give("record_line", "payments.bank_payment", another, one))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("money keeps its record");
        enter(another.id(), "IN_QUEUE");
        assertThatThrownBy(() -> office.books()
                        .sql(
                                """
                                update payments.bank_payment p set record_file = its.record_file, record_line = its.record_line
                                  from payments.bank_payment its where its.bill_id = ? and p.bill_id = ? and p.standing = 'IN_QUEUE'
                                """)
                        .params(one.id(), another.id())
                        .update())
                .isInstanceOf(DuplicateKeyException.class)
                .hasMessageContaining("bank_payment_record_once");
        assertThat(strangers()).isZero();
    }

    /** Writes in a row of one bill what stands in that of another. */
    private void give(String column, String table, Bill to, Bill of) {
        office.books()
                .sql("update %2$s mine set %1$s = other.%1$s from %2$s other where other.reference1 = ? and mine.reference1 = ?".formatted(column, table))
                .params(of.reference1(), to.reference1())
                .update();
    }

    private void enter(UUID bill, String standing) {
        office.books()
                .sql(
                        """
                        insert into payments.bank_payment (id, bank_code, transaction_id, biller_id, reference1, reference2, amount_satang, paid_at,
                          confirmed_at, bill_id, standing)
                        values (gen_random_uuid(), '999', cast(gen_random_uuid() as text), '099400016550100', 'A', 'B', 1, now(), now(), ?, ?)
                        """)
                .params(bill, standing)
                .update();
    }

    private long strangers() {
        return office.books()
                .sql(
                        """
                        select count(*) from payments.day_file_line l full join payments.bank_payment p on p.id = l.payment_id
                         where (l.payment_id is not null or p.record_line is not null)
                           and (p.record_file, p.record_line) is distinct from (l.file_id, l.line)
                        """)
                .query(Long.class)
                .single();
    }
}
