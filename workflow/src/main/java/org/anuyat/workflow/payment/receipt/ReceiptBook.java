package org.anuyat.workflow.payment.receipt;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.anuyat.workflow.thai.BuddhistDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The receipts in the database. Their numbers run without gaps per agency and fiscal year (1 October to 30 September): a number is taken in
 * the transaction that makes the receipt true, or not at all.
 */
@Repository
public class ReceiptBook {

    private static final int MONTHS_FROM_OCTOBER = 3;
    private static final String SELECT =
            """
            select r.*, replaced.issued_at as replaced_issued_at
              from receipt r left join receipt replaced on replaced.number = r.replaces
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    ReceiptBook(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Takes the next number for an application's payment; whoever else of the agency takes one waits until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public String take(String agency, String applicationNumber) {
        int year = fiscalYear(LocalDate.now(clock.withZone(BuddhistDate.ZONE)));
        int running = jdbc.sql(
                        """
                        insert into receipt_counter (agency, fiscal_year, last) values (?, ?, 1)
                        on conflict (agency, fiscal_year) do update set last = receipt_counter.last + 1
                        returning last
                        """)
                .params(agency, year)
                .query(Integer.class)
                .single();
        String number = "%s%02d/%07d".formatted(agency, year % 100, running);
        jdbc.sql(
                        """
                        insert into receipt (number, agency, fiscal_year, running, application_number, issued_at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(number, agency, year, running, applicationNumber, Timestamp.from(clock.instant()))
                .update();
        return number;
    }

    /** The Buddhist-era fiscal year (ปีงบประมาณ) of a day: it begins on 1 October of the year before. */
    public static int fiscalYear(LocalDate day) {
        return day.plusMonths(MONTHS_FROM_OCTOBER).getYear() + BuddhistDate.ERA;
    }

    /** Takes the next number for the receipt that replaces a cancelled one. */
    @Transactional(propagation = Propagation.MANDATORY)
    public String replace(Receipt cancelled, Replacement replacement) {
        String number = take(cancelled.agency(), cancelled.applicationNumber());
        jdbc.sql("update receipt set replaces = ?, purpose_code = ?, purpose = ?, payer = ?, payer_address = ? where number = ?")
                .params(
                        cancelled.number(),
                        replacement.purpose().code(),
                        replacement.words(),
                        replacement.payer(),
                        replacement.payerAddress(),
                        number)
                .update();
        return number;
    }

    /** Marks a receipt as cancelled; false when it was so before. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean cancel(String number, Receipt.Cancellation cancellation) {
        return jdbc.sql(
                                """
                                update receipt set cancelled_at = ?, cancelled_by = ?, cancelled_by_name = ?, cancel_reason = ?
                                 where number = ? and cancelled_at is null
                                """)
                        .params(
                                Timestamp.from(cancellation.at()),
                                cancellation.officer(),
                                cancellation.officerName(),
                                cancellation.reason(),
                                number)
                        .update()
                == 1;
    }

    public Optional<Receipt> find(String number) {
        return jdbc.sql(SELECT + " where r.number = ?").param(number).query(ReceiptBook::row).optional();
    }

    /** All receipts of an application's payment, oldest first. */
    public List<Receipt> ofApplication(String applicationNumber) {
        return jdbc.sql(SELECT + " where r.application_number = ? order by r.issued_at, r.running")
                .param(applicationNumber)
                .query(ReceiptBook::row)
                .list();
    }

    /** Notes down where the document is, as it was given. */
    public void keep(String number, UUID file) {
        jdbc.sql("update receipt set file_id = ? where number = ?").params(file, number).update();
    }

    /** Notes down where the document is that says that the receipt is cancelled. */
    public void keepCancelled(String number, UUID file) {
        jdbc.sql("update receipt set cancelled_file_id = ? where number = ?").params(file, number).update();
    }

    private static Receipt row(ResultSet row, int index) throws SQLException {
        String replaces = row.getString("replaces");
        Instant cancelledAt = instant(row, "cancelled_at");
        return new Receipt(
                row.getString("number"),
                row.getString("agency"),
                row.getString("application_number"),
                row.getTimestamp("issued_at").toInstant(),
                row.getString("payer"),
                row.getString("payer_address"),
                replaces == null
                        ? null
                        : new Receipt.Replacing(
                                replaces,
                                row.getTimestamp("replaced_issued_at").toInstant(),
                                Purpose.of(row.getString("purpose_code")),
                                row.getString("purpose")),
                cancelledAt == null
                        ? null
                        : new Receipt.Cancellation(
                                cancelledAt,
                                row.getString("cancelled_by"),
                                row.getString("cancelled_by_name"),
                                row.getString("cancel_reason")),
                row.getObject("file_id", UUID.class),
                row.getObject("cancelled_file_id", UUID.class));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }
}
