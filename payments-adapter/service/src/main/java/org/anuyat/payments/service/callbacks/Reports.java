package org.anuyat.payments.service.callbacks;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.anuyat.payments.service.PaymentsPart;
import org.anuyat.payments.service.Utc;
import org.anuyat.payments.service.banks.calls.PaymentReport;
import org.anuyat.payments.service.banks.calls.Verdict;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What banks reported, one row per bank and transaction, with the answer that they got. No money: the books hold that. */
@PaymentsPart("paymentsReports")
class Reports {

    /** So long a reported payment stands in the way of another one; by then its file has come, holidays included. */
    private static final Duration STANDING = Duration.ofDays(10);

    private final JdbcClient sql;
    private final Clock clock;

    /**
     * A report as it stands.
     *
     * @param same whether it was made about the very payment that the bank names now
     * @param verdict what its confirmation was answered; null when only its cancellation has come
     * @param paymentId the money in the books, once the bank's file confirmed it
     */
    record Report(boolean same, @Nullable Verdict verdict, boolean cancelled, @Nullable UUID paymentId) {}

    Reports(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Enters a report unless its transaction is there already, and holds it until the transaction of the database ends. */
    Report hold(String bank, PaymentReport payment) {
        boolean isNew = sql.sql(
                        """
                        insert into payments.bank_report (bank, transaction_id, biller_id, reference1, reference2, amount_satang, paid_at, paid_on)
                        values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                        """)
                .params(
                        bank,
                        payment.transactionId(),
                        payment.billerId(),
                        payment.reference1(),
                        payment.reference2(),
                        payment.amountSatang(),
                        Utc.column(payment.paidAt()),
                        Utc.day(payment.paidAt()))
                .update()
                == 1;
        if (isNew) {
            return new Report(true, null, false, null);
        }
        return sql.sql(
                        """
                        select biller_id = ? and reference1 = ? and reference2 = ? and amount_satang = ? as same, verdict,
                               cancelled_by is not null as cancelled, payment_id
                          from payments.bank_report where bank = ? and transaction_id = ? for update
                        """)
                .params(
                        payment.billerId(),
                        payment.reference1(),
                        payment.reference2(),
                        payment.amountSatang(),
                        bank,
                        payment.transactionId())
                .query((row, number) -> new Report(
                        row.getBoolean("same"),
                        row.getString("verdict") == null ? null : Verdict.valueOf(row.getString("verdict")),
                        row.getBoolean("cancelled"),
                        row.getObject("payment_id", UUID.class)))
                .single();
    }

    void confirmed(String bank, String transactionId, long callback, Verdict verdict) {
        sql.sql("update payments.bank_report set confirmed_by = ?, verdict = ? where bank = ? and transaction_id = ?")
                .params(callback, verdict.name(), bank, transactionId)
                .update();
    }

    void cancelled(String bank, String transactionId, long callback) {
        sql.sql("update payments.bank_report set cancelled_by = ? where bank = ? and transaction_id = ? and cancelled_by is null")
                .params(callback, bank, transactionId)
                .update();
    }

    /**
     * Whether another payment with these references was reported, accepted, and neither cancelled nor denied by its bank.
     *
     * @param except the transaction that doesn't count; empty for none
     */
    boolean standFor(String billerId, String reference1, String reference2, String except) {
        return sql.sql(
                        """
                        select count(*) from payments.bank_report r join payments.callback c on c.id = r.confirmed_by
                         where r.biller_id = ? and r.reference1 = ? and r.reference2 = ? and r.transaction_id <> ? and r.verdict = 'OK'
                           and r.cancelled_by is null and c.state <> 'NOT_CONFIRMED' and c.received_at > ?
                        """)
                .params(billerId, reference1, reference2, except, Utc.column(clock.instant().minus(STANDING)))
                .query(Long.class)
                .single() > 0;
    }
}
