package org.anuyat.payments.service.books;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.anuyat.payments.api.Bill;
import org.anuyat.payments.api.Discrepancy;
import org.anuyat.payments.api.DiscrepancyNotice;
import org.anuyat.payments.api.PaymentNotice;
import org.anuyat.payments.api.refunds.Refund;
import org.anuyat.payments.api.refunds.RefundNotice;
import org.anuyat.payments.service.PaymentsPart;
import org.anuyat.payments.service.Utc;
import org.anuyat.payments.service.banks.BankTransaction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Writes notices to the platform, in the transaction that changes the books. */
@PaymentsPart("paymentsOutbox")
class Outbox {

    static final String POSTED = "POSTED";
    static final String DISCREPANCY = "DISCREPANCY";
    static final String REFUND = "REFUND";
    static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient sql;
    private final BillBook bills;
    private final Clock clock;

    Outbox(JdbcClient sql, BillBook bills, Clock clock) {
        this.sql = sql;
        this.bills = bills;
        this.clock = clock;
    }

    /** Whether the platform has been told, or will be, that the bill is settled. */
    boolean isPosted(UUID billId) {
        return sql.sql(
                        """
                        select exists (select 1 from payments.notice where bill_id = :bill and kind = :posted)
                            or exists (select 1 from payments.bank_payment where bill_id = :bill and later_notice is not null)
                        """)
                .param("bill", billId)
                .param("posted", POSTED)
                .query(Boolean.class)
                .single();
    }

    /** The bill, which the transaction holds, is settled by that payment. */
    void posted(UUID billId, UUID paymentId) {
        Bill.Payment payment = sql.sql(
                        """
                        select bank_code, transaction_id, amount_satang, paid_at, confirmed_at, standing
                          from payments.bank_payment where id = ?
                        """)
                .param(paymentId)
                .query((row, number) -> BillBook.payment(row))
                .single();
        UUID id = UUID.randomUUID();
        int sequence = nextSequence(billId);
        write(id, billId, sequence, POSTED, new PaymentNotice(id, sequence, bills.show(billId), payment));
    }

    /**
     * The bill, which the transaction holds, has just been settled by that payment.
     *
     * @param settled in its new state
     * @param sequence from {@link BillBook#settle}
     */
    void posted(StoredBill settled, int sequence, BankTransaction money) {
        Bill bill = bills.show(settled);
        Bill.Payment payment = bill.payments().stream()
                .filter(each -> each.bank().equals(money.bank()) && each.transactionId().equals(money.transactionId()))
                .findFirst()
                .orElseThrow();
        UUID id = UUID.randomUUID();
        write(id, settled.id(), sequence, POSTED, new PaymentNotice(id, sequence, bill, payment));
    }

    /** The bill, which the transaction holds, got money that needs a decision. */
    void discrepancy(UUID billId, Discrepancy discrepancy) {
        UUID id = UUID.randomUUID();
        int sequence = nextSequence(billId);
        write(id, billId, sequence, DISCREPANCY, new DiscrepancyNotice(id, sequence, bills.show(billId), discrepancy));
    }

    /** A refund has come to its end; the transaction holds its bill, if it has one. */
    void refund(Refund refund) {
        UUID id = UUID.randomUUID();
        UUID billId = refund.billId();
        int sequence = billId == null ? 0 : nextSequence(billId);
        write(id, billId, sequence, REFUND, new RefundNotice(id, sequence, billId == null ? null : bills.show(billId), refund));
    }

    /**
     * The notice about a bill that an end-of-day file settled: made when it is sent, of what doesn't change any more. It says what
     * {@link #posted} would have said.
     */
    PaymentNotice settled(UUID id, int sequence, UUID billId, UUID paymentId) {
        Bill.Payment payment = sql.sql(
                        """
                        select bank_code, transaction_id, amount_satang, paid_at, confirmed_at, 'ON_BILL' as standing
                          from payments.bank_payment where id = ?
                        """)
                .param(paymentId)
                .query((row, number) -> BillBook.payment(row))
                .single();
        Bill bill = bills.get(billId).in(Bill.State.PAID).with(List.of(payment), payment.amountSatang(), payment.confirmedAt());
        return new PaymentNotice(id, sequence, bill, payment);
    }

    /** A notice of the bill that was to be written later is written first, so that they come in order. */
    private int nextSequence(UUID billId) {
        return sql.sql(
                        """
                        with earlier as (
                          insert into payments.notice (id, bill_id, sequence, kind, payment_id, next_try)
                          select gen_random_uuid(), bill_id, later_notice, :posted, id, :now from payments.bank_payment
                           where bill_id = :bill and later_notice is not null
                          on conflict (bill_id, sequence) do nothing)
                        update payments.bill_standing set notices = notices + 1 where bill_id = :bill returning notices
                        """)
                .param("posted", POSTED)
                .param("now", Utc.column(clock.instant()))
                .param("bill", billId)
                .query(Integer.class)
                .single();
    }

    private void write(UUID id, @Nullable UUID billId, int sequence, String kind, Object notice) {
        sql.sql(
                        """
                        insert into payments.notice (id, bill_id, sequence, kind, body, next_try)
                        values (?, ?, ?, ?, cast(? as jsonb), ?)
                        """)
                .params(id, billId, sequence, kind, JSON.writeValueAsString(notice), Utc.column(clock.instant()))
                .update();
    }
}
