package org.anuyat.payments.service.books;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.anuyat.payments.api.Bill;
import org.anuyat.payments.api.Discrepancy;
import org.anuyat.payments.api.PaymentsRefusal;
import org.anuyat.payments.api.PaymentsRefusal.Reason;
import org.anuyat.payments.api.Reconciliation;
import org.anuyat.payments.api.Settlement;
import org.anuyat.payments.service.Nudge;
import org.anuyat.payments.service.PaymentsPart;
import org.anuyat.payments.service.Utc;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** The finance officer's queue in the database. */
@PaymentsPart
@Primary
class FinanceQueue implements Reconciliation {

    private static final String COLUMNS =
            """
            select d.id, d.kind, d.agency, d.found_at, d.decision, d.officer, d.reason, d.settled_at, p.id as payment_id,
                   p.biller_id, p.reference1, p.reference2, p.bank_code, p.transaction_id, p.amount_satang, p.paid_at,
                   p.confirmed_at, p.standing, b.id as bill_id, b.application_number, b.amount_satang as bill_amount
            """;
    private static final String FROM =
            """
             from payments.discrepancy d
              join payments.bank_payment p on p.id = d.payment_id
              left join payments.bill b on b.id = p.bill_id
            """;
    private static final String ENTRIES = COLUMNS + FROM;
    private static final String FILTER =
            """
             where d.agency = :agency and (cast(:kind as text) is null or d.kind = :kind) and (not :undecided or d.decision is null)
               -- a line's end between the parts: nobody can type one into a search
               and (:text = '' or strpos(lower(concat_ws(chr(10), b.application_number, p.reference1, p.reference2, b.payer_name,
                                                         p.transaction_id)), lower(:text)) > 0)
            """;

    private final JdbcClient sql;
    private final BillBook bills;
    private final Outbox outbox;
    private final ObjectProvider<Nudge> nudge;
    private final Clock clock;

    FinanceQueue(JdbcClient sql, BillBook bills, Outbox outbox, ObjectProvider<Nudge> nudge, Clock clock) {
        this.sql = sql;
        this.bills = bills;
        this.outbox = outbox;
        this.nudge = nudge;
        this.clock = clock;
    }

    UUID enter(UUID paymentId, String agency, Discrepancy.Kind kind) {
        UUID id = UUID.randomUUID();
        sql.sql("insert into payments.discrepancy (id, payment_id, agency, kind, found_at) values (?, ?, ?, ?, ?)")
                .params(id, paymentId, agency, kind.name(), Utc.column(clock.instant()))
                .update();
        return id;
    }

    @Override
    @Transactional(readOnly = true)
    public Discrepancy discrepancy(UUID discrepancyId) {
        return get(discrepancyId);
    }

    Discrepancy get(UUID id) {
        return sql.sql(ENTRIES + " where d.id = :id")
                .param("id", id)
                .query(FinanceQueue::entry)
                .optional()
                .orElseThrow(() -> new PaymentsRefusal(Reason.NOT_FOUND, "no such discrepancy"));
    }

    @Override
    @Transactional(readOnly = true)
    public Discrepancy.Page discrepancies(
            String agency, Discrepancy.@Nullable Kind kind, boolean undecidedOnly, String text, int page, int size) {
        if (page < 0 || size < 1 || size > LARGEST_PAGE) {
            throw new IllegalArgumentException("page must not be negative, size must be 1 to " + LARGEST_PAGE);
        }
        String name = kind == null ? null : kind.name();
        List<Discrepancy> entries = sql.sql(ENTRIES + FILTER + " order by d.found_at, d.id limit :size offset :skip")
                .param("agency", agency)
                .param("kind", name)
                .param("undecided", undecidedOnly)
                .param("text", text.strip())
                .param("size", size)
                .param("skip", (long) page * size)
                .query(FinanceQueue::entry)
                .list();
        long total = sql.sql("select count(*)" + FROM + FILTER)
                .param("agency", agency)
                .param("kind", name)
                .param("undecided", undecidedOnly)
                .param("text", text.strip())
                .query(Long.class)
                .single();
        return new Discrepancy.Page(entries, page, size, total);
    }

    @Override
    @Transactional
    public Discrepancy settle(UUID discrepancyId, Settlement settlement) {
        if (settlement.decision() != Settlement.Decision.ACCEPT) {
            throw new IllegalArgumentException("money goes back by the order of a refund");
        }
        // the bill first, as posting does: the same order of locks everywhere
        UUID billId = get(discrepancyId).billId();
        StoredBill bill = billId == null ? null : bills.hold(billId);
        sql.sql("select 1 from payments.discrepancy where id = ? for update").param(discrepancyId).query().singleRow();
        Discrepancy discrepancy = get(discrepancyId);
        Settlement standing = discrepancy.settlement();
        if (standing != null) {
            if (standing.decision() == settlement.decision()) {
                return discrepancy;
            }
            throw new PaymentsRefusal(Reason.ALREADY_SETTLED, "decided already: " + standing.decision());
        }
        record(discrepancyId, settlement);
        accept(bill, discrepancyId);
        nudge.ifAvailable(Nudge::now);
        return get(discrepancyId);
    }

    private void record(UUID discrepancyId, Settlement settlement) {
        sql.sql("update payments.discrepancy set decision = ?, officer = ?, reason = ?, settled_at = ? where id = ?")
                .params(
                        settlement.decision().name(),
                        settlement.officer(),
                        settlement.reason(),
                        Utc.column(clock.instant()),
                        discrepancyId)
                .update();
    }

    private void accept(@Nullable StoredBill bill, UUID discrepancyId) {
        if (bill == null) {
            throw new PaymentsRefusal(Reason.NOT_COVERED, "the money names no bill");
        }
        if (outbox.isPosted(bill.id())) {
            throw new PaymentsRefusal(Reason.NOT_COVERED, "the bill is settled already");
        }
        UUID payment = toBill(discrepancyId);
        long held = bills.held(bill.id());
        if (held < bill.amountSatang()) {
            throw new PaymentsRefusal(Reason.NOT_COVERED, "the bill would still lack " + (bill.amountSatang() - held) + " satang");
        }
        bills.state(bill.id(), Fit.state(bill.amountSatang(), held));
        outbox.posted(bill.id(), payment);
    }

    private UUID toBill(UUID discrepancyId) {
        return sql.sql(
                        """
                        update payments.bank_payment set standing = 'ON_BILL', accepted = true
                         where id = (select payment_id from payments.discrepancy where id = ?) returning id
                        """)
                .param(discrepancyId)
                .query(UUID.class)
                .single();
    }

    private static Discrepancy entry(ResultSet row, int number) throws SQLException {
        String decision = row.getString("decision");
        return new Discrepancy(
                row.getObject("id", UUID.class),
                Discrepancy.Kind.valueOf(row.getString("kind")),
                row.getString("agency"),
                row.getString("biller_id"),
                row.getString("reference1"),
                row.getString("reference2"),
                row.getObject("bill_id", UUID.class),
                row.getString("application_number"),
                row.getObject("bill_amount", Long.class),
                BillBook.payment(row),
                Utc.read(row, "found_at"),
                decision == null
                        ? null
                        : new Settlement(
                                Settlement.Decision.valueOf(decision), row.getString("officer"), row.getString("reason")),
                Utc.readNullable(row, "settled_at"));
    }
}
