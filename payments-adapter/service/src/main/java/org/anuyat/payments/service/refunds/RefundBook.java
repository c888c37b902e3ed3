package org.anuyat.payments.service.refunds;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.anuyat.payments.api.Bill.Payment.Standing;
import org.anuyat.payments.api.PaymentsRefusal;
import org.anuyat.payments.api.refunds.Refund;
import org.anuyat.payments.api.refunds.RefundOrder;
import org.anuyat.payments.service.PaymentsPart;
import org.anuyat.payments.service.Utc;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The refunds in the database. */
@PaymentsPart("paymentsRefundBook")
class RefundBook {

    private static final String SELECT =
            """
            select r.*, p.bank_code, p.transaction_id, b.id as bill_id, b.application_number
              from payments.refund r
              join payments.bank_payment p on p.id = r.payment_id
              left join payments.bill b on b.id = p.bill_id
            """;
    private static final String FILTER = " where r.agency = :agency and (not :open or r.state in ('ORDERED', 'BY_HAND'))";

    private final JdbcClient sql;
    private final Clock clock;

    RefundBook(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * A refund about which the bank is to be asked.
     *
     * @param transactionId how the bank calls the payment; null when it never named it: the money came into the books by its statement
     */
    record Waiting(UUID id, String agency, String bankCode, @Nullable String transactionId, long amountSatang, int tries) {}

    /** What concluding a refund needs to know. */
    record Held(UUID id, UUID paymentId, Refund.State state, long amountSatang, boolean whole, Standing former) {}

    void enter(UUID id, RefundOrder order, String digest, UUID paymentId, boolean whole, Standing former) {
        Instant now = clock.instant();
        sql.sql(
                        """
                        insert into payments.refund (id, idempotency_key, order_digest, payment_id, agency, amount_satang, whole, proposed_by,
                          approved_by, reason, former_standing, state, ordered_at, next_try)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'ORDERED', ?, ?)
                        """)
                .params(
                        id,
                        order.idempotencyKey(),
                        digest,
                        paymentId,
                        order.agency(),
                        order.amountSatang(),
                        whole,
                        order.proposedBy(),
                        order.approvedBy(),
                        order.reason(),
                        former.name(),
                        Utc.column(now),
                        Utc.column(now))
                .update();
    }

    /** The refund of a key, if its order was this one; refuses with {@code KEY_REUSED} when it was another. */
    Optional<UUID> findByKey(String key, String digest) {
        record Known(UUID id, String orderDigest) {}
        Optional<Known> known = sql.sql("select id, order_digest from payments.refund where idempotency_key = ?")
                .param(key)
                .query((row, number) -> new Known(row.getObject("id", UUID.class), row.getString("order_digest")))
                .optional();
        known.filter(refund -> !refund.orderDigest().equals(digest)).ifPresent(refund -> {
            throw new PaymentsRefusal(PaymentsRefusal.Reason.KEY_REUSED, "the idempotency key was used for another refund");
        });
        return known.map(Known::id);
    }

    Refund get(UUID id) {
        return sql.sql(SELECT + " where r.id = ?")
                .param(id)
                .query(RefundBook::row)
                .optional()
                .orElseThrow(() -> new PaymentsRefusal(PaymentsRefusal.Reason.NOT_FOUND, "no such refund"));
    }

    Refund.Page page(String agency, boolean openOnly, int page, int size) {
        List<Refund> entries = sql.sql(SELECT + FILTER + " order by r.ordered_at desc, r.id limit :size offset :skip")
                .param("agency", agency)
                .param("open", openOnly)
                .param("size", size)
                .param("skip", (long) page * size)
                .query(RefundBook::row)
                .list();
        long total = sql.sql("select count(*) from payments.refund r" + FILTER)
                .param("agency", agency)
                .param("open", openOnly)
                .query(Long.class)
                .single();
        return new Refund.Page(entries, page, size, total);
    }

    /** Holds a refund until the transaction ends. */
    Held hold(UUID id) {
        return sql.sql("select id, payment_id, state, amount_satang, whole, former_standing from payments.refund where id = ? for update")
                .param(id)
                .query((row, number) -> new Held(
                        row.getObject("id", UUID.class),
                        row.getObject("payment_id", UUID.class),
                        Refund.State.valueOf(row.getString("state")),
                        row.getLong("amount_satang"),
                        row.getBoolean("whole"),
                        Standing.valueOf(row.getString("former_standing"))))
                .single();
    }

    /** Takes one about which the bank is to be asked now; nobody else does until the lease ends. */
    Optional<Waiting> claim(Duration lease) {
        Instant now = clock.instant();
        return sql.sql(
                        """
                        update payments.refund r set tries = r.tries + 1, next_try = :lease
                          from payments.bank_payment p
                         where p.id = r.payment_id
                           and r.id = (select id from payments.refund where next_try <= :now order by next_try limit 1 for update skip locked)
                        returning r.id, r.agency, p.bank_code, case when p.statement then p.known_as else p.transaction_id end as transaction_id,
                          r.amount_satang, r.tries
                        """)
                .param("lease", Utc.column(now.plus(lease)))
                .param("now", Utc.column(now))
                .query((row, number) -> new Waiting(
                        row.getObject("id", UUID.class),
                        row.getString("agency"),
                        row.getString("bank_code"),
                        row.getString("transaction_id"),
                        row.getLong("amount_satang"),
                        row.getInt("tries")))
                .optional();
    }

    /** Asks again after a pause. */
    void again(UUID id, Duration pause, String why) {
        sql.sql("update payments.refund set next_try = ?, last_error = ? where id = ? and state = 'ORDERED'")
                .params(Utc.column(clock.instant().plus(pause)), why, id)
                .update();
    }

    /** The bank has the order; asks again after a pause whether it is through. */
    void accepted(UUID id, String bankReference, Duration pause) {
        sql.sql("update payments.refund set bank_reference = ?, next_try = ?, last_error = null where id = ? and state = 'ORDERED'")
                .params(bankReference, Utc.column(clock.instant().plus(pause)), id)
                .update();
    }

    void byHand(UUID id) {
        sql.sql("update payments.refund set state = 'BY_HAND', next_try = null, last_error = null where id = ? and state = 'ORDERED'")
                .param(id)
                .update();
    }

    void done(UUID id, String bankReference, Instant at, @Nullable String enteredBy) {
        sql.sql(
                        """
                        update payments.refund set state = 'DONE', bank_reference = ?, done_at = ?, entered_by = ?, next_try = null,
                          last_error = null
                         where id = ?
                        """)
                .params(bankReference, Utc.column(at), enteredBy, id)
                .update();
    }

    void refused(UUID id, String refusal) {
        sql.sql("update payments.refund set state = 'REFUSED', refusal = ?, next_try = null, last_error = null where id = ?")
                .params(refusal, id)
                .update();
    }

    private static Refund row(ResultSet row, int number) throws SQLException {
        return new Refund(
                row.getObject("id", UUID.class),
                row.getString("idempotency_key"),
                Refund.State.valueOf(row.getString("state")),
                row.getString("agency"),
                row.getString("bank_code"),
                row.getString("transaction_id"),
                row.getObject("bill_id", UUID.class),
                row.getString("application_number"),
                row.getLong("amount_satang"),
                row.getBoolean("whole"),
                row.getString("proposed_by"),
                row.getString("approved_by"),
                row.getString("reason"),
                Utc.read(row, "ordered_at"),
                row.getString("bank_reference"),
                Utc.readNullable(row, "done_at"),
                row.getString("refusal"),
                row.getInt("tries"),
                row.getString("last_error"));
    }
}
