package org.anuyat.payments.service.callbacks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.anuyat.payments.service.PaymentsPart;
import org.anuyat.payments.service.PaymentsSettings;
import org.anuyat.payments.service.Utc;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The callbacks in the database, byte by byte as they came. */
@PaymentsPart
class CallbackBook {

    private final JdbcClient sql;
    private final PaymentsSettings settings;
    private final Clock clock;

    /** A callback that waits for the bank's confirmation. */
    record Waiting(long id, String bank, byte[] body, Instant receivedAt, int tries) {}

    enum End {
        CONFIRMED,
        NOT_CONFIRMED,
        UNREADABLE,
        /** Nothing to ask the bank: it was answered, and its file will say whether there is money. */
        ANSWERED
    }

    CallbackBook(JdbcClient sql, PaymentsSettings settings, Clock clock) {
        this.sql = sql;
        this.settings = settings;
        this.clock = clock;
    }

    /** Stores a callback; it is durable when this returns. */
    long store(String bank, String remoteAddress, byte[] body) {
        return sql.sql(
                        """
                        insert into payments.callback (bank, received_at, remote_address, body, next_try)
                        values (:bank, :now, :address, :body, :now) returning id
                        """)
                .param("bank", bank)
                .param("now", Utc.column(clock.instant()))
                .param("address", remoteAddress)
                .param("body", body)
                .query(Long.class)
                .single();
    }

    Optional<Waiting> claim() {
        Instant now = clock.instant();
        return sql.sql(
                        """
                        update payments.callback set tries = tries + 1, next_try = :lease
                         where id = (select id from payments.callback where state = 'WAITING' and next_try <= :now
                                      order by next_try limit 1 for update skip locked)
                        returning id, bank, body, received_at, tries
                        """)
                .param("lease", Utc.column(now.plus(settings.lease())))
                .param("now", Utc.column(now))
                .query((row, number) -> new Waiting(
                        row.getLong("id"),
                        row.getString("bank"),
                        row.getBytes("body"),
                        Utc.read(row, "received_at"),
                        row.getInt("tries")))
                .optional();
    }

    void end(long id, End end, @Nullable String why) {
        sql.sql("update payments.callback set state = :state, last_error = :why, done_at = :now where id = :id")
                .param("state", end.name())
                .param("why", why)
                .param("now", Utc.column(clock.instant()))
                .param("id", id)
                .update();
    }

    void tryAgain(long id, Duration after, String why) {
        sql.sql("update payments.callback set next_try = :next, last_error = :why where id = :id")
                .param("next", Utc.column(clock.instant().plus(after)))
                .param("why", why)
                .param("id", id)
                .update();
    }
}
