package org.anuyat.sandboxbank.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.anuyat.sandboxbank.BankPart;
import org.anuyat.sandboxbank.BankSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Refunds in the bank's own books: never more than the payment, and one for each order. */
@BankPart("sandboxBankRefunds")
public class Refunds {

    private static final String SELECT =
            """
            select r.order_reference, r.refund_id, r.amount_satang as refund_satang, r.ordered_at, r.completes_at, p.transaction_id,
                   p.biller_id, p.reference1, p.reference2, p.reference3, p.amount_satang, p.paid_at
              from sandbox_bank.refund r join sandbox_bank.payment p using (transaction_id)
            """;

    private final JdbcClient sql;
    private final BankSettings settings;
    private final Clock clock;

    Refunds(JdbcClient sql, BankSettings settings, Clock clock) {
        this.sql = sql;
        this.settings = settings;
        this.clock = clock;
    }

    /** Why an order isn't carried out. */
    public enum Objection {
        NO_SUCH_PAYMENT,
        MORE_THAN_PAID,
        /** The reference was used for another order. */
        ANOTHER_ORDER
    }

    /** A refund, or why there is none. */
    public record Outcome(Optional<Refund> refund, Optional<Objection> objection) {}

    /** Takes an order; the same order again gives what became of it. */
    @Transactional
    public Outcome order(String reference, String transactionId, long amountSatang) {
        boolean known = sql.sql("select 1 from sandbox_bank.payment where transaction_id = ? for update")
                .param(transactionId)
                .query(Integer.class)
                .optional()
                .isPresent();
        Optional<Refund> before = find(reference);
        if (before.isPresent()) {
            boolean same = before.get().amountSatang() == amountSatang
                    && before.get().payment().transactionId().equals(transactionId);
            return same ? new Outcome(before, Optional.empty()) : objection(Objection.ANOTHER_ORDER);
        }
        if (!known) {
            return objection(Objection.NO_SUCH_PAYMENT);
        }
        long left = sql.sql(
                        """
                        select p.amount_satang - coalesce((select sum(amount_satang) from sandbox_bank.refund where transaction_id = :id), 0)
                          from sandbox_bank.payment p where p.transaction_id = :id
                        """)
                .param("id", transactionId)
                .query(Long.class)
                .single();
        if (amountSatang > left) {
            return objection(Objection.MORE_THAN_PAID);
        }
        enter(reference, transactionId, amountSatang);
        return new Outcome(find(reference), Optional.empty());
    }

    private static Outcome objection(Objection objection) {
        return new Outcome(Optional.empty(), Optional.of(objection));
    }

    private void enter(String reference, String transactionId, long amountSatang) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        String id = "RF" + UUID.randomUUID().toString().replace("-", "").substring(0, 16).toUpperCase(Locale.ROOT);
        sql.sql(
                        """
                        insert into sandbox_bank.refund (order_reference, refund_id, transaction_id, amount_satang, ordered_at, completes_at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(reference, id, transactionId, amountSatang, column(now), column(now.plus(settings.refundTakes())))
                .update();
    }

    private Optional<Refund> find(String reference) {
        return sql.sql(SELECT + " where r.order_reference = ?")
                .param(reference)
                .query(Refunds::refund)
                .optional();
    }

    /** Whether the money has left. */
    public boolean isComplete(Refund refund) {
        return !clock.instant().isBefore(refund.completesAt());
    }

    /** The refunds of a biller whose money left on a day in Bangkok, and has left by now. */
    public List<Refund> ofDay(String billerId, LocalDate day) {
        return sql.sql(SELECT
                        + """
                         where p.biller_id = ? and r.completes_at >= ? and r.completes_at < ? and r.completes_at <= ?
                         order by r.completes_at, r.refund_id
                        """)
                .params(
                        billerId,
                        column(day.atStartOfDay(Ledger.BANGKOK).toInstant()),
                        column(day.plusDays(1).atStartOfDay(Ledger.BANGKOK).toInstant()),
                        column(clock.instant()))
                .query(Refunds::refund)
                .list();
    }

    /** The newest refunds. */
    public List<Refund> latest(int most) {
        return sql.sql(SELECT + " order by r.ordered_at desc, r.refund_id limit ?")
                .param(most)
                .query(Refunds::refund)
                .list();
    }

    private static OffsetDateTime column(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Refund refund(ResultSet row, int number) throws SQLException {
        return new Refund(
                row.getString("order_reference"),
                row.getString("refund_id"),
                row.getLong("refund_satang"),
                row.getObject("ordered_at", OffsetDateTime.class).toInstant(),
                row.getObject("completes_at", OffsetDateTime.class).toInstant(),
                Ledger.entry(row, number));
    }
}
