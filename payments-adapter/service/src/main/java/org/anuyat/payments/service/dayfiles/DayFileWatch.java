package org.anuyat.payments.service.dayfiles;

import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.anuyat.payments.service.Chore;
import org.anuyat.payments.service.Nudge;
import org.anuyat.payments.service.PaymentsPart;
import org.anuyat.payments.service.PaymentsSettings;
import org.anuyat.payments.service.Utc;
import org.anuyat.payments.service.banks.BankAway;
import org.anuyat.payments.service.banks.BankTransaction;
import org.anuyat.payments.service.banks.Banks;
import org.anuyat.payments.service.banks.Inquiry;
import org.anuyat.payments.service.books.Posting;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Asks the bank about payments that its file has and the books don't. The file's record bears no transaction number: only the inquiry
 * does, and without it money whose callback comes later would be entered twice.
 */
@PaymentsPart
class DayFileWatch implements Chore {

    private static final Logger LOG = LoggerFactory.getLogger(DayFileWatch.class);

    private final JdbcClient sql;
    private final Matching matching;
    private final Banks banks;
    private final Posting posting;
    private final PaymentsSettings settings;
    private final TransactionOperations transactions;
    private final ObjectProvider<Nudge> nudge;
    private final Clock clock;

    private record Claimed(
            UUID file, int line, String bank, LocalDate day, String biller, String reference1, String reference2, int failures,
            Instant receivedAt) {}

    DayFileWatch(
            JdbcClient sql,
            Matching matching,
            Banks banks,
            Posting posting,
            PaymentsSettings settings,
            TransactionOperations transactions,
            ObjectProvider<Nudge> nudge,
            Clock clock) {
        this.sql = sql;
        this.matching = matching;
        this.banks = banks;
        this.posting = posting;
        this.settings = settings;
        this.transactions = transactions;
        this.nudge = nudge;
        this.clock = clock;
    }

    @Override
    public boolean doOne() {
        Optional<Claimed> claimed = claim();
        claimed.ifPresent(this::ask);
        return claimed.isPresent();
    }

    private Optional<Claimed> claim() {
        Instant now = clock.instant();
        return sql.sql(
                        """
                        with due as materialized (
                          select file_id, line from payments.day_file_line where ask_at <= :now order by ask_at limit 1 for update skip locked)
                        update payments.day_file_line l set ask_at = :lease from due join payments.day_file f on f.id = due.file_id
                         where l.file_id = due.file_id and l.line = due.line
                        returning l.file_id, l.line, f.bank, l.paid_on, l.biller_id, l.reference1, l.reference2, l.asks_failed, f.received_at
                        """)
                .param("lease", Utc.column(now.plus(settings.lease())))
                .param("now", Utc.column(now))
                .query((row, number) -> new Claimed(
                        row.getObject("file_id", UUID.class),
                        row.getInt("line"),
                        row.getString("bank"),
                        row.getObject("paid_on", LocalDate.class),
                        row.getString("biller_id"),
                        row.getString("reference1"),
                        row.getString("reference2"),
                        row.getInt("asks_failed"),
                        Utc.read(row, "received_at")))
                .optional();
    }

    private void ask(Claimed record) {
        try {
            List<BankTransaction> confirmed = banks.named(record.bank())
                    .inquiries()
                    .orElseThrow(() -> new BankAway("the bank can't be asked"))
                    .ask(new Inquiry(record.day(), record.biller(), record.reference1(), record.reference2()));
            transactions.executeWithoutResult(status -> {
                posting.post(confirmed);
                matching.pair(record.file(), record.reference1());
                next(record, null, 0);
            });
            nudge.ifAvailable(now -> now.now(Chore.Kind.NOTICES));
        } catch (BankAway e) {
            Instant again = clock.instant().plus(settings.pauseAfter(record.failures() + 1));
            boolean enough = again.isAfter(record.receivedAt().plus(settings.callbackGiveUp()));
            LOG.warn("The bank {} doesn't answer about line {} of file {}: {}", record.bank(), record.line(), record.file(), e.getMessage());
            next(record, enough ? null : again, record.failures() + 1);
        }
    }

    private void next(Claimed record, @Nullable Instant askAt, int failures) {
        sql.sql("update payments.day_file_line set ask_at = :at, asks_failed = :failures where file_id = :file and line = :line")
                .param("at", askAt == null ? null : Utc.column(askAt), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("failures", failures)
                .param("file", record.file())
                .param("line", record.line())
                .update();
    }
}
