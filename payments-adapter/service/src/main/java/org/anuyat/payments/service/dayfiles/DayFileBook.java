package org.anuyat.payments.service.dayfiles;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.anuyat.payments.api.dayfiles.DayFile;
import org.anuyat.payments.service.PaymentsPart;
import org.anuyat.payments.service.Utc;
import org.anuyat.payments.service.dayfiles.DayFileReader.Header;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The files and their records in the database. */
@PaymentsPart
class DayFileBook {

    private static final int COPY_BYTES = 64 * 1024;
    private static final String COPY =
            """
            copy payments.day_file_line (file_id, line, credit, biller_id, reference1, reference2, amount_satang, paid_at, paid_on, customer)
            from stdin
            """;
    private static final String FILES =
            """
            select f.id, f.bank, f.agency, f.account, f.effective_on, f.received_at, f.credits, f.credit_satang, f.debits, f.debit_satang,
                   f.credits - rest.records as matched, f.credit_satang - rest.satang as matched_satang, rest.asking
              from payments.day_file f
              cross join lateral (
                select count(*) filter (where credit) as records, coalesce(sum(amount_satang) filter (where credit), 0) as satang,
                       count(*) filter (where waiting) as asking
                  from (select l.credit, l.amount_satang, l.ask_at is not null as waiting from payments.day_file_line l
                         where l.file_id = f.id and l.open and l.payment_id is null and l.refund_id is null
                         union all
                        select l.credit, l.amount_satang, true from payments.day_file_part part
                         -- each part by itself: planned together, all records of all files are read
                         cross join lateral (select * from payments.day_file_line l
                                              where l.file_id = part.file_id and l.line between part.first_line and part.last_line offset 0) l
                         where part.file_id = f.id and not l.open and l.credit and l.payment_id is null) without_money) rest
            """;

    private final JdbcClient sql;
    private final JdbcOperations jdbc;
    private final Clock clock;

    DayFileBook(JdbcClient sql, JdbcOperations jdbc, Clock clock) {
        this.sql = sql;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<DayFile> find(UUID id) {
        return sql.sql(FILES + " where f.id = ?").param(id).query(DayFileBook::row).optional();
    }

    Optional<DayFile> findByDigest(String digest) {
        return sql.sql(FILES + " where f.digest = ?").param(digest).query(DayFileBook::row).optional();
    }

    List<DayFile> ofAgency(String agency, int most) {
        return sql.sql(FILES + " where f.agency = ? order by f.effective_on desc, f.received_at desc limit ?")
                .params(agency, most)
                .query(DayFileBook::row)
                .list();
    }

    /** Enters a file before its records; false when there is one of that account and day, or one with these bytes. */
    boolean enter(UUID id, String bank, String agency, Header header, String digest) {
        return sql.sql(
                        """
                        insert into payments.day_file (id, bank, bank_code, agency, account, effective_on, digest, received_at,
                          credits, credit_satang, debits, debit_satang)
                        values (?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, 0) on conflict do nothing
                        """)
                .params(
                        id,
                        bank,
                        header.bankCode(),
                        agency,
                        header.account(),
                        header.effectiveOn(),
                        digest,
                        Utc.column(clock.instant()))
                .update() == 1;
    }

    /**
     * Copies all records of a file into the database as they are read.
     *
     * @param biller for records that bear no biller ID
     */
    void copy(UUID id, String biller, DayFileReader file) {
        jdbc.execute((Connection connection) -> {
            CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
            try {
                String idText = id.toString();
                StringBuilder rows = new StringBuilder(2 * COPY_BYTES);
                for (Optional<DayRecord> detail = file.next(); detail.isPresent(); detail = file.next()) {
                    append(rows, idText, biller, detail.get());
                    if (rows.length() >= COPY_BYTES) {
                        send(copy, rows);
                    }
                }
                send(copy, rows);
                copy.endCopy();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
            return null;
        });
        // the plans that sessions keep were made for what the table was before
        sql.sql("analyze payments.day_file_line, payments.bank_report").update();
        Totals totals = file.totals();
        sql.sql("update payments.day_file set credits = ?, credit_satang = ?, debits = ?, debit_satang = ? where id = ?")
                .params(totals.credits(), totals.creditSatang(), totals.debits(), totals.debitSatang(), id)
                .update();
    }

    private static void send(CopyIn copy, StringBuilder rows) throws SQLException {
        byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        rows.setLength(0);
    }

    private static void append(StringBuilder rows, String id, String biller, DayRecord detail) {
        rows.append(id).append('\t').append(detail.line()).append('\t').append(detail.credit()).append('\t');
        text(rows, detail.billerId().isEmpty() ? biller : detail.billerId());
        text(rows, detail.reference1());
        text(rows, detail.reference2());
        LocalDateTime paidAt = detail.paidAt();
        rows.append(detail.amountSatang()).append('\t')
                .append(paidAt.toLocalDate()).append(' ');
        twoDigits(rows, paidAt.getHour()).append(':');
        twoDigits(rows, paidAt.getMinute()).append(':');
        twoDigits(rows, paidAt.getSecond()).append(Utc.bangkokOffset(paidAt)).append('\t')
                .append(paidAt.toLocalDate()).append('\t');
        text(rows, detail.customer());
        rows.setCharAt(rows.length() - 1, '\n');
    }

    private static StringBuilder twoDigits(StringBuilder rows, int number) {
        return rows.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }

    /** A field of COPY's text format, which knows the backslash as escape; control characters don't pass the reader. */
    private static void text(StringBuilder rows, String value) {
        rows.append(value.indexOf('\\') < 0 ? value : value.replace("\\", "\\\\")).append('\t');
    }

    /** Has the bank asked about every payment that isn't matched; those and reversals that aren't are open. */
    void askAboutRest(UUID id) {
        sql.sql(
                        """
                        update payments.day_file_line set open = true, ask_at = case when credit then cast(? as timestamptz) end
                         where file_id = ? and payment_id is null and refund_id is null
                        """)
                .params(Utc.column(clock.instant()), id)
                .update();
    }

    /** Has every payment that isn't matched entered into the books, those that the file itself takes back excepted. */
    void postRest(UUID id, Totals totals) {
        nameStatements(id);
        if (totals.debits() > 0) {
            takeBack(id);
            sql.sql("update payments.day_file_line set open = true where file_id = ? and (not credit or reversed) and refund_id is null")
                    .param(id)
                    .update();
        }
        sql.sql(
                        """
                        insert into payments.day_file_part (file_id, first_line, last_line)
                        select :file, first, first + :lines - 1 from generate_series(2, :last, :lines) first
                        """)
                .param("file", id)
                .param("lines", FilePosting.PART)
                .param("last", 1 + totals.credits() + totals.debits())
                .update();
    }

    /** Money of a statement that the file has is named by its line, so that no second line of the same payer is taken for it. */
    private void nameStatements(UUID id) {
        sql.sql(
                        """
                        update payments.bank_payment p set known_as = 'line ' || l.line || ' of ' || l.file_id from payments.day_file_line l
                         where l.file_id = ? and l.payment_id = p.id and p.statement and p.known_as is null
                        """)
                .param(id)
                .update();
    }

    /** Marks as many payments as there are reversals of such a one, the last ones first. */
    private void takeBack(UUID id) {
        sql.sql(
                        """
                        update payments.day_file_line l set reversed = true
                          from (select line, biller_id, reference1, reference2, amount_satang,
                                       row_number() over (partition by biller_id, reference1, reference2, amount_satang
                                                          order by paid_at desc, line desc) as nth
                                  from payments.day_file_line where file_id = :file and credit and payment_id is null) payment
                          join (select biller_id, reference1, reference2, amount_satang, count(*) as times
                                  from payments.day_file_line where file_id = :file and not credit and refund_id is null group by 1, 2, 3, 4) reversal
                         using (biller_id, reference1, reference2, amount_satang)
                         where l.file_id = :file and l.line = payment.line and payment.nth <= reversal.times
                        """)
                .param("file", id)
                .update();
    }

    private static DayFile row(ResultSet row, int number) throws SQLException {
        return new DayFile(
                row.getObject("id", UUID.class),
                row.getString("bank"),
                row.getString("agency"),
                row.getString("account"),
                row.getObject("effective_on", LocalDate.class),
                Utc.read(row, "received_at"),
                row.getLong("credits"),
                row.getLong("credit_satang"),
                row.getLong("debits"),
                row.getLong("debit_satang"),
                row.getLong("matched"),
                row.getLong("matched_satang"),
                row.getLong("asking"));
    }
}
