package org.anuyat.payments.service.books;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.anuyat.payments.service.PaymentsPart;
import org.anuyat.payments.service.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes the notices that {@link BulkPosting} left for later: a few at a time, after the file's money has been entered. So the outbox never
 * holds a million of them, before which a single payer's notice would have to wait for its turn.
 */
@PaymentsPart("paymentsLaterNotices")
class LaterNotices {

    /** Lines whose notices are written at once: so many go before a notice that is written meanwhile. */
    static final int PIECE = 200;

    /** A part of a file that can't be entered doesn't hold up the notices of the others for longer. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final JdbcClient sql;
    private final Clock clock;

    private record Due(UUID file, int firstLine, int lastLine) {}

    LaterNotices(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Writes those of the next piece, and says whether there was one. */
    @Transactional
    public boolean writeSome() {
        Instant now = clock.instant();
        Optional<Due> next = claim(now);
        next.ifPresent(due -> {
            int last = Math.min(due.lastLine(), due.firstLine() + PIECE - 1);
            write(due, last, now);
            advance(due, last);
        });
        return next.isPresent();
    }

    private Optional<Due> claim(Instant now) {
        return sql.sql(
                        """
                        select file_id, first_line, last_line from payments.later_notices
                         where posted_at <= :longAgo or not exists (select 1 from payments.day_file_part)
                         order by posted_at, file_id, first_line limit 1 for update skip locked
                        """)
                .param("longAgo", Utc.column(now.minus(LONGEST)))
                .query((row, number) -> new Due(row.getObject("file_id", UUID.class), row.getInt("first_line"), row.getInt("last_line")))
                .optional();
    }

    /**
     * But for those that had to be written before, because their bill got another one. In the order in which {@link Posting} writes notices: both
     * may be about to write those of the same bills, and then one waits for the other and not each for the other.
     */
    private void write(Due due, int last, Instant now) {
        sql.sql(
                        """
                        insert into payments.notice (id, bill_id, sequence, kind, payment_id, next_try)
                        select gen_random_uuid(), p.bill_id, p.later_notice, :posted, p.id, :now
                          from payments.day_file_line l join payments.bank_payment p on p.id = l.payment_id
                         where l.file_id = :file and l.line between :first and :last and p.later_notice is not null
                         order by p.bill_id
                        on conflict (bill_id, sequence) do nothing
                        """)
                .param("posted", Outbox.POSTED)
                .param("now", Utc.column(now))
                .param("file", due.file())
                .param("first", due.firstLine())
                .param("last", last)
                .update();
    }

    private void advance(Due due, int last) {
        String what = last == due.lastLine()
                ? "delete from payments.later_notices where file_id = :file and first_line = :first"
                : "update payments.later_notices set first_line = :last + 1 where file_id = :file and first_line = :first";
        JdbcClient.StatementSpec statement = sql.sql(what).param("file", due.file()).param("first", due.firstLine());
        (last == due.lastLine() ? statement : statement.param("last", last)).update();
    }
}
