package org.anuyat.payments.service.dayfiles;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Enters the money of files of banks that can't be asked: there the file is the bank's own confirmation. A part of the file at a time, in its
 * order; whoever stops in between goes on from there.
 *
 * <p>A record bears no transaction number. It gets the one that the bank reported for the same payment when it called, or else its place in
 * the file; calls of such a bank never enter money, so it comes once.
 */
@PaymentsPart
class FilePosting implements Chore {

    private static final Logger LOG = LoggerFactory.getLogger(FilePosting.class);
    private static final int PART = 2_000;

    private final JdbcClient sql;
    private final BulkPosting posting;
    private final TransactionOperations transactions;
    private final ObjectProvider<Nudge> nudge;

    private record Begun(UUID id, String bank, String bankCode, String account, LocalDate effectiveOn, int from) {}

    private record Line(
            int number, String biller, String reference1, String reference2, long satang, Instant paidAt, LocalDate paidOn) {}

    /** What a record and a report have in common when they are about the same payment. */
    private record Payment(String biller, String reference1, String reference2, long satang, LocalDate paidOn) {}

    FilePosting(JdbcClient sql, BulkPosting posting, TransactionOperations transactions, ObjectProvider<Nudge> nudge) {
        this.sql = sql;
        this.posting = posting;
        this.transactions = transactions;
        this.nudge = nudge;
    }

    @Override
    public boolean doOne() {
        boolean done = Boolean.TRUE.equals(transactions.execute(status -> {
            Optional<Begun> file = claim();
            file.ifPresent(this::postPart);
            return file.isPresent();
        }));
        if (done) {
            nudge.ifAvailable(Nudge::now);
        }
        return done;
    }

    private Optional<Begun> claim() {
        return sql.sql(
                        """
                        select id, bank, bank_code, account, effective_on, post_from from payments.day_file
                         where post_from is not null order by received_at limit 1 for update skip locked
                        """)
                .query((row, number) -> new Begun(
                        row.getObject("id", UUID.class),
                        row.getString("bank"),
                        row.getString("bank_code"),
                        row.getString("account"),
                        row.getObject("effective_on", LocalDate.class),
                        row.getInt("post_from")))
                .optional();
    }

    private void postPart(Begun file) {
        List<Line> lines = lines(file);
        if (!lines.isEmpty()) {
            Map<Payment, Deque<String>> reported = reported(file, lines);
            List<BankTransaction> money = lines.stream().map(line -> money(file, line, reported)).toList();
            posting.post(money);
            pair(file, lines, money);
        }
        boolean last = lines.size() < PART;
        sql.sql("update payments.day_file set post_from = cast(? as integer) where id = ?")
                .params(Arrays.asList(last ? null : String.valueOf(lines.get(PART - 1).number() + 1), file.id()))
                .update();
        if (last) {
            LOG.info("End-of-day file of bank {} for {} is posted", file.bank(), file.effectiveOn());
        }
    }

    private List<Line> lines(Begun file) {
        return sql.sql(
                        """
                        select line, biller_id, reference1, reference2, amount_satang, paid_at, paid_on from payments.day_file_line
                         where file_id = ? and line >= ? and credit and not reversed and payment_id is null order by line limit ?
                        """)
                .params(file.id(), file.from(), PART)
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
    private Map<Payment, Deque<String>> reported(Begun file, List<Line> lines) {
        Map<Payment, Deque<String>> numbers = new HashMap<>();
        sql.sql(
                        """
                        select transaction_id, biller_id, reference1, reference2, amount_satang, paid_on from payments.bank_report
                         where bank = ? and confirmed_by is not null and cancelled_by is null and payment_id is null
                           and (biller_id, reference1) in (select * from unnest(cast(? as text[]), cast(? as text[])))
                         order by paid_at, transaction_id
                        """)
                .params(file.bank(), column(lines, Line::biller), column(lines, Line::reference1))
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

    private static BankTransaction money(Begun file, Line line, Map<Payment, Deque<String>> reported) {
        Deque<String> numbers = reported.get(
                new Payment(line.biller(), line.reference1(), line.reference2(), line.satang(), line.paidOn()));
        @Nullable String number = numbers == null ? null : numbers.poll();
        return new BankTransaction(
                file.bankCode(),
                number == null ? place(file, line) : number,
                line.biller(),
                line.reference1(),
                line.reference2(),
                line.satang(),
                line.paidAt());
    }

    /** Unique at the bank: it has one file of an account and day. */
    private static String place(Begun file, Line line) {
        return "%s-%s-%06d"
                .formatted(file.effectiveOn().format(DateTimeFormatter.BASIC_ISO_DATE), file.account(), line.number());
    }

    private void pair(Begun file, List<Line> lines, List<BankTransaction> money) {
        String[] numbers = column(money, BankTransaction::transactionId);
        sql.sql(
                        """
                        update payments.day_file_line l set payment_id = p.id, customer = null
                          from unnest(cast(? as integer[]), cast(? as text[])) as posted (line, transaction_id)
                          join payments.bank_payment p on p.bank_code = ? and p.transaction_id = posted.transaction_id
                         where l.file_id = ? and l.line = posted.line
                           and not exists (select 1 from payments.day_file_line taken where taken.payment_id = p.id)
                        """)
                .params(column(lines, line -> String.valueOf(line.number())), numbers, file.bankCode(), file.id())
                .update();
        sql.sql(
                        """
                        update payments.bank_report r set payment_id = p.id from payments.bank_payment p
                         where r.bank = ? and r.transaction_id = any(cast(? as text[])) and p.bank_code = ? and p.transaction_id = r.transaction_id
                        """)
                .params(file.bank(), numbers, file.bankCode())
                .update();
    }

    private static <T> String[] column(List<T> rows, Function<T, String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }
}
