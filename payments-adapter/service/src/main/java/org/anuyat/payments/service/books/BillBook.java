package org.anuyat.payments.service.books;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.anuyat.payments.api.Bill;
import org.anuyat.payments.api.Bill.Payment.Standing;
import org.anuyat.payments.api.PaymentsRefusal;
import org.anuyat.payments.service.PaymentsPart;
import org.anuyat.payments.service.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The bills in the database. */
@PaymentsPart
public class BillBook {

    private static final String COLUMNS =
            """
            select id, idempotency_key, order_digest, agency, application_number, biller_name, description, payer_name, bank,
                   biller_id, reference1, reference2, amount_satang, due, presented_at, state, qr_payload, barcode_payload
              from payments.bill b join payments.bill_standing standing on standing.bill_id = b.id
            """;

    /** Whoever changes a bill holds what changes about it. */
    private static final String HOLD = " for update of standing";

    private static final String BY_REFERENCES = COLUMNS + " where biller_id = ? and reference1 = ? and reference2 = ?";

    private final JdbcClient sql;
    private final Clock clock;

    /** What a payer types in, or a code says. */
    record References(String billerId, String reference1, String reference2) {}

    /** @param backSatang what went back, or is to */
    private record Entry(Bill.Payment payment, long backSatang) {}

    BillBook(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Takes the next number of a biller, which is never given again; others of the same biller wait until the transaction ends. */
    public long nextReference(String billerId) {
        return sql.sql(
                        """
                        insert into payments.reference_counter (biller_id, last) values (:biller, 1)
                        on conflict (biller_id) do update set last = reference_counter.last + 1
                        returning last
                        """)
                .param("biller", billerId)
                .query(Long.class)
                .single();
    }

    /** Enters a bill unless its key is there already; it will be looked after from {@code askAt}. */
    public boolean enter(StoredBill bill, Instant askAt) {
        return sql.sql(
                        """
                        with entered as (
                          insert into payments.bill (id, idempotency_key, order_digest, agency, application_number, biller_name,
                            description, payer_name, bank, biller_id, reference1, reference2, amount_satang, due, presented_at,
                            qr_payload, barcode_payload)
                          values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                          on conflict (idempotency_key) do nothing
                          returning id)
                        insert into payments.bill_standing (bill_id, state, ask_at) select id, ?, ? from entered
                        """)
                .params(
                        bill.id(),
                        bill.idempotencyKey(),
                        bill.orderDigest(),
                        bill.agency(),
                        bill.applicationNumber(),
                        bill.billerName(),
                        bill.description(),
                        bill.payerName(),
                        bill.bank(),
                        bill.billerId(),
                        bill.reference1(),
                        bill.reference2(),
                        bill.amountSatang(),
                        Utc.column(bill.due()),
                        Utc.column(bill.presentedAt()),
                        bill.qrPayload(),
                        bill.barcodePayload(),
                        bill.state().name(),
                        Utc.column(askAt))
                .update() == 1;
    }

    public Optional<StoredBill> findByKey(String idempotencyKey) {
        return sql.sql(COLUMNS + " where idempotency_key = :key")
                .param("key", idempotencyKey)
                .query(BillBook::row)
                .optional();
    }

    /** Reads a bill without holding it; refuses with {@code NOT_FOUND}. */
    public StoredBill get(UUID id) {
        return one(sql.sql(COLUMNS + " where id = :id").param("id", id));
    }

    /** Reads a bill and holds it until the transaction ends; refuses with {@code NOT_FOUND}. */
    public StoredBill hold(UUID id) {
        return one(sql.sql(COLUMNS + " where id = :id" + HOLD).param("id", id));
    }

    private static StoredBill one(JdbcClient.StatementSpec query) {
        return query.query(BillBook::row)
                .optional()
                .orElseThrow(() -> new PaymentsRefusal(PaymentsRefusal.Reason.NOT_FOUND, "no such bill"));
    }

    /** Reads the bill with these references without holding it. */
    public Optional<StoredBill> find(String billerId, String reference1, String reference2) {
        return sql.sql(BY_REFERENCES).params(billerId, reference1, reference2).query(BillBook::row).optional();
    }

    /** Reads the bill with these references and holds it until the transaction ends. */
    public Optional<StoredBill> hold(String billerId, String reference1, String reference2) {
        return sql.sql(BY_REFERENCES + HOLD)
                .params(billerId, reference1, reference2)
                .query(BillBook::row)
                .optional();
    }

    /**
     * Reads the bills with these references and holds them until the transaction ends, in the order in which end-of-day files hold theirs, so that
     * nobody waits in a circle. They are returned in this order.
     */
    Map<References, StoredBill> hold(Collection<References> wanted) {
        Map<References, StoredBill> held = new LinkedHashMap<>();
        sql.sql(COLUMNS
                        + """
                         where (biller_id, reference1, reference2) in
                               (select * from unnest(cast(? as text[]), cast(? as text[]), cast(? as text[])))
                         order by standing.bill_id
                        """
                        + HOLD)
                .param(column(wanted, References::billerId))
                .param(column(wanted, References::reference1))
                .param(column(wanted, References::reference2))
                .query(BillBook::row)
                .list()
                .forEach(bill -> held.put(new References(bill.billerId(), bill.reference1(), bill.reference2()), bill));
        return held;
    }

    private static String[] column(Collection<References> rows, Function<References, String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }

    /** Sets the state of a bill that the transaction holds. */
    public void state(UUID id, Bill.State state) {
        sql.sql("update payments.bill_standing set state = ? where bill_id = ?").params(state.name(), id).update();
    }

    /** Has a bill that the transaction holds wait for money again; it is looked after from {@code askAt}. */
    void reopen(UUID id, Instant askAt) {
        sql.sql("update payments.bill_standing set state = ?, ask_at = ?, asks_failed = 0 where bill_id = ?")
                .params(Bill.State.OPEN.name(), Utc.column(askAt), id)
                .update();
    }

    /** Sets the state of a bill that the transaction holds, and takes the number of the next notice about it. */
    int settle(UUID id, Bill.State state) {
        return sql.sql("update payments.bill_standing set state = ?, notices = notices + 1 where bill_id = ? returning notices")
                .params(state.name(), id)
                .query(Integer.class)
                .single();
    }

    /** The bill with its payments, as others see it. */
    public Bill show(UUID id) {
        return show(get(id));
    }

    public Bill show(StoredBill bill) {
        List<Entry> entries = entries(bill.id());
        long held = entries.stream()
                .filter(entry -> entry.payment().standing() == Standing.ON_BILL)
                .mapToLong(entry -> entry.payment().amountSatang() - entry.backSatang())
                .sum();
        return bill.with(entries.stream().map(Entry::payment).toList(), held, clock.instant());
    }

    /** What counts for a bill now, in satang: what goes back doesn't. */
    long held(UUID billId) {
        return sql.sql(
                        """
                        select coalesce(sum(amount_satang - back_satang), 0) from payments.bank_payment
                         where bill_id = ? and standing = 'ON_BILL'
                        """)
                .param(billId)
                .query(Long.class)
                .single();
    }

    private List<Entry> entries(UUID billId) {
        return sql.sql(
                        """
                        select bank_code, transaction_id, amount_satang, paid_at, confirmed_at, standing, back_satang
                          from payments.bank_payment where bill_id = ? order by paid_at, confirmed_at, transaction_id
                        """)
                .param(billId)
                .query((row, number) -> new Entry(payment(row), row.getLong("back_satang")))
                .list();
    }

    static Bill.Payment payment(ResultSet row) throws SQLException {
        return new Bill.Payment(
                row.getString("bank_code"),
                row.getString("transaction_id"),
                row.getLong("amount_satang"),
                Utc.read(row, "paid_at"),
                Utc.read(row, "confirmed_at"),
                Standing.valueOf(row.getString("standing")));
    }

    private static StoredBill row(ResultSet row, int number) throws SQLException {
        return new StoredBill(
                row.getObject("id", UUID.class),
                row.getString("idempotency_key"),
                row.getString("order_digest"),
                row.getString("agency"),
                row.getString("application_number"),
                row.getString("biller_name"),
                row.getString("description"),
                row.getString("payer_name"),
                row.getString("bank"),
                row.getString("biller_id"),
                row.getString("reference1"),
                row.getString("reference2"),
                row.getLong("amount_satang"),
                Utc.read(row, "due"),
                Utc.read(row, "presented_at"),
                Bill.State.valueOf(row.getString("state")),
                row.getString("qr_payload"),
                row.getString("barcode_payload"));
    }
}
