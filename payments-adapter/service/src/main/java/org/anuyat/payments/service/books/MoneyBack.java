package org.anuyat.payments.service.books;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.anuyat.payments.api.Bill;
import org.anuyat.payments.api.Bill.Payment.Standing;
import org.anuyat.payments.api.PaymentsRefusal;
import org.anuyat.payments.api.PaymentsRefusal.Reason;
import org.anuyat.payments.api.refunds.Refund;
import org.anuyat.payments.service.PaymentsPart;
import org.anuyat.payments.service.Utc;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves money that goes back in the books. What is ordered back counts for nothing else from that moment; what the bank refuses to give back is
 * again where it was.
 */
@PaymentsPart("paymentsMoneyBack")
@Transactional(propagation = Propagation.MANDATORY)
public class MoneyBack {

    private final JdbcClient sql;
    private final BillBook bills;
    private final Outbox outbox;
    private final Posting posting;
    private final Clock clock;

    MoneyBack(JdbcClient sql, BillBook bills, Outbox outbox, Posting posting, Clock clock) {
        this.sql = sql;
        this.bills = bills;
        this.outbox = outbox;
        this.posting = posting;
        this.clock = clock;
    }

    /**
     * Money that an order is about.
     *
     * @param backSatang how much of it goes back already, or has gone
     */
    public record Money(UUID id, String billerId, @Nullable UUID billId, long amountSatang, long backSatang, Standing standing) {}

    /** What was taken out, and from where. */
    public record Taken(UUID paymentId, boolean whole, Standing former) {}

    /**
     * Takes money out of the bill or the queue.
     *
     * @param approvedBy who decided about the money's entry in the queue, if it has one
     */
    public Taken take(String agency, String bank, String transactionId, long amountSatang, String approvedBy, String reason) {
        Money seen = find(bank, transactionId, "").orElseThrow(MoneyBack::unknown);
        // the bill first, as posting does: the same order of locks everywhere
        StoredBill bill = seen.billId() == null ? null : bills.hold(seen.billId());
        Money money = find(bank, transactionId, " for update").orElseThrow(MoneyBack::unknown);
        String holder = bill == null ? posting.agencyOf(money.billerId()).orElse("") : bill.agency();
        if (!holder.equals(agency)) {
            throw unknown();
        }
        if (money.standing() == Standing.RETURNING || money.standing() == Standing.REFUNDED || isUnderWay(money.id())) {
            throw new PaymentsRefusal(Reason.ALREADY_SETTLED, "the money is on its way back: " + money.standing());
        }
        boolean whole = amountSatang == money.amountSatang() - money.backSatang();
        if (!whole && (bill == null || money.standing() == Standing.IN_QUEUE || tooMuch(bill) != amountSatang)) {
            throw new PaymentsRefusal(Reason.NOT_COVERED, "the amount is neither the whole payment nor what the bill got too much");
        }
        move(money.id(), money.backSatang() + amountSatang, whole ? Standing.RETURNING : money.standing());
        decide(money.id(), whole ? "REFUND" : "ACCEPT", approvedBy, reason);
        if (!whole) {
            bills.state(bill.id(), Bill.State.PAID);
            if (!outbox.isPosted(bill.id())) {
                outbox.posted(bill.id(), money.id());
            }
        }
        return new Taken(money.id(), whole, money.standing());
    }

    private static PaymentsRefusal unknown() {
        return new PaymentsRefusal(Reason.NOT_FOUND, "no such payment");
    }

    private boolean isUnderWay(UUID paymentId) {
        return sql.sql("select count(*) from payments.refund where payment_id = ? and state in ('ORDERED', 'BY_HAND')")
                        .param(paymentId)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private long tooMuch(StoredBill bill) {
        return bills.held(bill.id()) - bill.amountSatang();
    }

    /** The bank has confirmed that the money left. */
    public void gone(UUID paymentId, boolean whole, Standing former) {
        StoredBill bill = hold(paymentId);
        if (whole) {
            sql.sql("update payments.bank_payment set standing = 'REFUNDED' where id = ?").param(paymentId).update();
            if (bill != null && former == Standing.ON_BILL) {
                long held = bills.held(bill.id());
                if (held == 0 && !outbox.isPosted(bill.id())) {
                    // it never was settled: its payer still owes, and is to be able to pay
                    bills.reopen(bill.id(), clock.instant());
                } else {
                    bills.state(bill.id(), held == 0 ? Bill.State.REFUNDED : Fit.state(bill.amountSatang(), held));
                }
            }
        }
    }

    /** The bank refused: the money is where it was. */
    public void stays(UUID paymentId, long amountSatang, boolean whole, Standing former) {
        StoredBill bill = hold(paymentId);
        sql.sql("update payments.bank_payment set standing = ?, back_satang = back_satang - ? where id = ?")
                .params(former.name(), amountSatang, paymentId)
                .update();
        if (whole) {
            sql.sql(
                            """
                            update payments.discrepancy set decision = null, officer = null, reason = null, settled_at = null
                             where payment_id = ? and decision = 'REFUND'
                            """)
                    .param(paymentId)
                    .update();
        }
        if (bill != null && former == Standing.ON_BILL) {
            bills.state(bill.id(), Fit.state(bill.amountSatang(), bills.held(bill.id())));
        }
    }

    /** Writes what the platform is to be told of a refund that has come to its end. */
    public void tell(Refund refund) {
        outbox.refund(refund);
    }

    /** Holds the bill of a payment, if it has one. */
    private @Nullable StoredBill hold(UUID paymentId) {
        return sql.sql("select bill_id from payments.bank_payment where id = ? and bill_id is not null")
                .param(paymentId)
                .query(UUID.class)
                .optional()
                .map(bills::hold)
                .orElse(null);
    }

    private Optional<Money> find(String bank, String transactionId, String lock) {
        return sql.sql(
                        """
                        select id, biller_id, bill_id, amount_satang, back_satang, standing from payments.bank_payment
                         where bank_code = ? and transaction_id = ?
                        """ + lock)
                .params(bank, transactionId)
                .query(MoneyBack::money)
                .optional();
    }

    private void move(UUID paymentId, long backSatang, Standing standing) {
        sql.sql("update payments.bank_payment set back_satang = ?, standing = ? where id = ?")
                .params(backSatang, standing.name(), paymentId)
                .update();
    }

    private void decide(UUID paymentId, String decision, String officer, String reason) {
        sql.sql(
                        """
                        update payments.discrepancy set decision = ?, officer = ?, reason = ?, settled_at = ?
                         where payment_id = ? and decision is null
                        """)
                .params(decision, officer, reason, Utc.column(clock.instant()), paymentId)
                .update();
    }

    private static Money money(ResultSet row, int number) throws SQLException {
        return new Money(
                row.getObject("id", UUID.class),
                row.getString("biller_id"),
                row.getObject("bill_id", UUID.class),
                row.getLong("amount_satang"),
                row.getLong("back_satang"),
                Standing.valueOf(row.getString("standing")));
    }
}
