package org.anuyat.payments.service.callbacks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.anuyat.payments.service.PaymentsPart;
import org.anuyat.payments.service.PaymentsSettings;
import org.anuyat.payments.service.Utc;
import org.anuyat.payments.service.callbacks.GroupCommit.Arrival;
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

    /**
     * Stores callbacks in one commit, all or none; they are durable when this returns. Not to be called within a transaction.
     *
     * @return their numbers, in the same order
     */
    List<Long> store(List<Arrival> arrivals) {
        return sql.sql(
                        """
                        with arrived as materialized (
                          select nextval(pg_get_serial_sequence('payments.callback', 'id')) as id, *
                            from unnest(cast(? as text[]), cast(? as timestamptz[]), cast(? as text[]), cast(? as bytea[])) with ordinality
                              as a (bank, received_at, remote_address, body, place)),
                        stored as (
                          insert into payments.callback (id, bank, received_at, remote_address, body, next_try) overriding system value
                          select id, bank, received_at, remote_address, body, received_at from arrived)
                        select id from arrived order by place
                        """)
                .param(column(arrivals, Arrival::bank))
                .param(column(arrivals, arrival -> arrival.at().toString()))
                .param(column(arrivals, Arrival::remoteAddress))
                .param(arrivals.stream().map(Arrival::body).toArray(byte[][]::new))
                .query(Long.class)
                .list();
    }

    private static String[] column(List<Arrival> arrivals, Function<Arrival, String> value) {
        return arrivals.stream().map(value).toArray(String[]::new);
    }

    /** Takes up callbacks that are due, the longest due first, for as long as a lease lasts. */
    List<Waiting> claim(int most) {
        Instant now = clock.instant();
        return sql.sql(
                        """
                        update payments.callback set tries = tries + 1, next_try = :lease
                         where id = any(array(select id from payments.callback where state = 'WAITING' and next_try <= :now
                                               order by next_try limit :most for update skip locked))
                        returning id, bank, body, received_at, tries
                        """)
                .param("lease", Utc.column(now.plus(settings.lease())))
                .param("now", Utc.column(now))
                .param("most", most)
                .query((row, number) -> new Waiting(
                        row.getLong("id"),
                        row.getString("bank"),
                        row.getBytes("body"),
                        Utc.read(row, "received_at"),
                        row.getInt("tries")))
                .list();
    }

    /** Gives back what was taken up and not begun. */
    void giveBack(List<Waiting> callbacks) {
        sql.sql("update payments.callback set tries = tries - 1, next_try = ? where id = any(cast(? as bigint[]))")
                .params(Utc.column(clock.instant()), callbacks.stream().map(Waiting::id).toArray(Long[]::new))
                .update();
    }

    /** The bank confirmed what they say. */
    void confirmed(List<Waiting> callbacks) {
        sql.sql("update payments.callback set state = 'CONFIRMED', last_error = null, done_at = ? where id = any(cast(? as bigint[]))")
                .params(Utc.column(clock.instant()), callbacks.stream().map(Waiting::id).toArray(Long[]::new))
                .update();
    }

    /** Ends the work on a callback. What was confirmed stays so: another hand may have been quicker when a lease ran out. */
    void end(long id, End end, @Nullable String why) {
        sql.sql(
                        """
                        update payments.callback set state = :state, last_error = :why, done_at = :now
                         where id = :id and state <> 'CONFIRMED'
                        """)
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
