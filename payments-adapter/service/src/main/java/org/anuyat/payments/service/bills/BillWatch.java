package org.anuyat.payments.service.bills;

import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.anuyat.payments.api.Bill;
import org.anuyat.payments.service.Chore;
import org.anuyat.payments.service.PaymentsPart;
import org.anuyat.payments.service.PaymentsSettings;
import org.anuyat.payments.service.Utc;
import org.anuyat.payments.service.banks.BankAway;
import org.anuyat.payments.service.books.BillBook;
import org.anuyat.payments.service.books.StoredBill;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Asks the bank about unpaid bills from time to time, because callbacks get lost; ends a bill's time only after the bank has said that
 * nothing was paid; looks once more a day later.
 */
@PaymentsPart
class BillWatch implements Chore {

    private static final Logger LOG = LoggerFactory.getLogger(BillWatch.class);
    /** Leases that a look may take: it asks every bank of the agency, one after the other. */
    private static final int LEASES = 5;
    /** Payments of the last second reach the bank's records a little later. */
    private static final Duration GRACE = Duration.ofMinutes(2);
    private static final Duration LAST_LOOK = Duration.ofDays(1);

    private final JdbcClient sql;
    private final BillBook book;
    private final BankQuestion question;
    private final PaymentsSettings settings;
    private final TransactionOperations transactions;
    private final Clock clock;

    private record Claimed(UUID id, int failures) {}

    BillWatch(
            JdbcClient sql,
            BillBook book,
            BankQuestion question,
            PaymentsSettings settings,
            TransactionOperations transactions,
            Clock clock) {
        this.sql = sql;
        this.book = book;
        this.question = question;
        this.settings = settings;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** When to ask first, or next, about a bill that isn't due yet. */
    static Instant firstAsk(Instant now, Instant due, Duration every) {
        Instant next = now.plus(every);
        Instant end = due.plus(GRACE);
        return next.isBefore(end) ? next : end;
    }

    @Override
    public boolean doOne() {
        Optional<Claimed> claimed = claim();
        claimed.ifPresent(this::look);
        return claimed.isPresent();
    }

    private Optional<Claimed> claim() {
        Instant now = clock.instant();
        return sql.sql(
                        """
                        update payments.bill_standing set ask_at = :lease
                         where bill_id = (select bill_id from payments.bill_standing where ask_at <= :now
                                           order by ask_at limit 1 for update skip locked)
                        returning bill_id, asks_failed
                        """)
                .param("lease", Utc.column(now.plus(settings.lease().multipliedBy(LEASES))))
                .param("now", Utc.column(now))
                .query((row, number) -> new Claimed(row.getObject("bill_id", UUID.class), row.getInt("asks_failed")))
                .optional();
    }

    private void look(Claimed claimed) {
        StoredBill bill = book.get(claimed.id());
        Instant asked = clock.instant();
        try {
            if (bill.hasTakenMoney()) {
                next(claimed.id(), null, 0);
                return;
            }
            if (claimed.failures() > 0 || asked.isAfter(bill.due())) {
                question.sincePresented(bill);
            } else {
                question.lately(bill);
            }
        } catch (BankAway e) {
            LOG.warn("The bank {} doesn't answer; bill {} is looked at again later", bill.bank(), bill.id());
            next(bill.id(), clock.instant().plus(settings.pauseAfter(claimed.failures() + 1)), claimed.failures() + 1);
            return;
        }
        transactions.executeWithoutResult(status -> conclude(book.hold(bill.id()), asked));
    }

    private void conclude(StoredBill bill, Instant asked) {
        Instant end = bill.due().plus(GRACE);
        if (bill.hasTakenMoney()) {
            next(bill.id(), null, 0);
        } else if (asked.isBefore(end)) {
            next(bill.id(), firstAsk(asked, bill.due(), settings.askAgainEvery()), 0);
        } else {
            if (bill.state() == Bill.State.OPEN) {
                book.state(bill.id(), Bill.State.EXPIRED);
            }
            next(bill.id(), asked.isBefore(end.plus(LAST_LOOK)) ? end.plus(LAST_LOOK) : null, 0);
        }
    }

    private void next(UUID id, @Nullable Instant askAt, int failures) {
        sql.sql("update payments.bill_standing set ask_at = :at, asks_failed = :failures where bill_id = :id")
                .param("at", askAt == null ? null : Utc.column(askAt), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("failures", failures)
                .param("id", id)
                .update();
    }
}
