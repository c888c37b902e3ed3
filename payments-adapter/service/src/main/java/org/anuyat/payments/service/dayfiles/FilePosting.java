package org.anuyat.payments.service.dayfiles;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.anuyat.payments.service.Chore;
import org.anuyat.payments.service.Nudge;
import org.anuyat.payments.service.PaymentsPart;
import org.anuyat.payments.service.Utc;
import org.anuyat.payments.service.banks.BankTransaction;
import org.anuyat.payments.service.books.BulkPosting;
import org.anuyat.payments.service.books.Posting;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Enters the money of files of banks that can't be asked: there the file is the bank's own confirmation. Part by part, so that a process that
 * ends in between loses nothing and others can help.
 *
 * <p>A record bears no transaction number. It gets the one that the bank reported for the same payment when it called, or else its place in
 * the file; calls of such a bank never enter money, so it comes once.
 */
@PaymentsPart
class FilePosting implements Chore {

    /** Lines of a part. */
    static final int PART = 20_000;

    private static final int HANDS = 2;

    private final JdbcClient sql;
    private final BulkPosting bulk;
    private final Posting posting;
    private final TransactionOperations transactions;
    private final ObjectProvider<Nudge> nudge;

    private record Part(
            UUID file, String bank, String bankCode, String account, LocalDate effectiveOn, int firstLine, int lastLine) {}

    private record Line(
            int number, String biller, String reference1, String reference2, long satang, Instant paidAt, LocalDate paidOn) {}

    /** What a record and a report have in common when they are about the same payment. */
    private record Payment(String biller, String reference1, String reference2, long satang, LocalDate paidOn) {}

    FilePosting(
            JdbcClient sql, BulkPosting bulk, Posting posting, TransactionOperations transactions, ObjectProvider<Nudge> nudge) {
        this.sql = sql;
        this.bulk = bulk;
        this.posting = posting;
        this.transactions = transactions;
        this.nudge = nudge;
    }

    @Override
    public int hands() {
        return HANDS;
    }

    @Override
    public boolean doOne() {
        boolean done = Boolean.TRUE.equals(transactions.execute(status -> {
            Optional<Part> part = claim();
            part.ifPresent(this::post);
            return part.isPresent();
        }));
        if (done) {
            nudge.ifAvailable(now -> now.now(Chore.Kind.NOTICES));
        }
        return done;
    }

    /** Takes a part away, in the transaction that enters it. */
    private Optional<Part> claim() {
        return sql.sql(
                        """
                        with due as materialized (
                          select file_id, first_line from payments.day_file_part order by file_id, first_line limit 1 for update skip locked)
                        delete from payments.day_file_part p using due join payments.day_file f on f.id = due.file_id
                         where p.file_id = due.file_id and p.first_line = due.first_line
                        returning f.id, f.bank, f.bank_code, f.account, f.effective_on, p.first_line, p.last_line
                        """)
                .query((row, number) -> new Part(
                        row.getObject("id", UUID.class),
                        row.getString("bank"),
                        row.getString("bank_code"),
                        row.getString("account"),
                        row.getObject("effective_on", LocalDate.class),
                        row.getInt("first_line"),
                        row.getInt("last_line")))
                .optional();
    }

    private void post(Part part) {
        bulk.settle(new BulkPosting.Lines(part.file(), part.bank(), part.bankCode(), place(part), part.firstLine(), part.lastLine()));
        List<Line> lines = lines(part);
        if (!lines.isEmpty()) {
            Map<Payment, Deque<String>> reported = reported(part, lines);
            List<BankTransaction> money = lines.stream().map(line -> money(part, line, reported)).toList();
            posting.post(money);
            pair(part, lines, money);
            leaveOpen(part, lines);
        }
    }

    /** Money of a statement has its record found by its day, when an officer looks. */
    private void leaveOpen(Part part, List<Line> lines) {
        sql.sql("update payments.day_file_line set open = true where file_id = ? and line = any(cast(? as integer[])) and payment_id is null")
                .params(part.file(), column(lines, line -> String.valueOf(line.number())))
                .update();
    }

    private List<Line> lines(Part part) {
        return sql.sql(
                        """
                        select line, biller_id, reference1, reference2, amount_satang, paid_at, paid_on from payments.day_file_line
                         where file_id = ? and line between ? and ? and credit and not reversed and payment_id is null order by line
                        """)
                .params(part.file(), part.firstLine(), part.lastLine())
                .query((row, number) -> new Line(
                        row.getInt("line"),
                        row.getString("biller_id"),
                        row.getString("reference1"),
                        row.getString("reference2"),
                        row.getLong("amount_satang"),
                        Utc.read(row, "paid_at"),
                        row.getObject("paid_on", LocalDate.class)))
                .list();
    }

    /** Numbers of transactions that the bank reported about these payments, in the order of time. */
    private Map<Payment, Deque<String>> reported(Part part, List<Line> lines) {
        Map<Payment, Deque<String>> numbers = new HashMap<>();
        sql.sql(
                        """
                        select transaction_id, biller_id, reference1, reference2, amount_satang, paid_on from payments.bank_report
                         where bank = ? and confirmed_by is not null and cancelled_by is null and payment_id is null
                           and (biller_id, reference1) in (select * from unnest(cast(? as text[]), cast(? as text[])))
                         order by paid_at, transaction_id
                        """)
                .params(part.bank(), column(lines, Line::biller), column(lines, Line::reference1))
                .query(row -> {
                    Payment payment = new Payment(
                            row.getString("biller_id"),
                            row.getString("reference1"),
                            row.getString("reference2"),
                            row.getLong("amount_satang"),
                            row.getObject("paid_on", LocalDate.class));
                    numbers.computeIfAbsent(payment, key -> new ArrayDeque<>()).add(row.getString("transaction_id"));
                });
        return numbers;
    }

    private static BankTransaction money(Part part, Line line, Map<Payment, Deque<String>> reported) {
        Deque<String> numbers = reported.get(
                new Payment(line.biller(), line.reference1(), line.reference2(), line.satang(), line.paidOn()));
        @Nullable String number = numbers == null ? null : numbers.poll();
        return new BankTransaction(
                part.bankCode(),
                number == null ? place(part) + String.format(Locale.ROOT, "%06d", line.number()) : number,
                line.biller(),
                line.reference1(),
                line.reference2(),
                line.satang(),
                line.paidAt());
    }

    /** With the line unique at the bank: it has one file of an account and day. */
    private static String place(Part part) {
        return "%s-%s-".formatted(part.effectiveOn().format(DateTimeFormatter.BASIC_ISO_DATE), part.account());
    }

    private void pair(Part part, List<Line> lines, List<BankTransaction> money) {
        String[] numbers = column(money, BankTransaction::transactionId);
        sql.sql(
                        """
                        with named as (
                          update payments.bank_payment p set record_file = :file, record_line = posted.line
                            from unnest(cast(:lines as integer[]), cast(:numbers as text[])) as posted (line, transaction_id)
                           where p.transaction_id = posted.transaction_id and p.bank_code = :code and p.record_line is null
                          returning p.id, p.record_line)
                        update payments.day_file_line l set payment_id = named.id, customer = null
                          from named where l.file_id = :file and l.line = named.record_line
                        """)
                .param("lines", column(lines, line -> String.valueOf(line.number())))
                .param("numbers", numbers)
                .param("code", part.bankCode())
                .param("file", part.file())
                .update();
        sql.sql(
                        """
                        update payments.bank_report r set payment_id = p.id from payments.bank_payment p
                         where r.bank = ? and r.transaction_id = any(cast(? as text[])) and p.transaction_id = r.transaction_id
                           and p.bank_code = ?
                        """)
                .params(part.bank(), numbers, part.bankCode())
                .update();
    }

    private static <T> String[] column(List<T> rows, Function<T, String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }
}
