package org.anuyat.payments.service.dayfiles;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.anuyat.payments.api.dayfiles.DayDifference;
import org.anuyat.payments.service.PaymentsPart;
import org.anuyat.payments.service.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Pairs the records of a file with the payments in the books: same biller, references, amount and day in Bangkok, in the order of time.
 * A payment belongs to at most one record of all files.
 */
@PaymentsPart
class Matching {

    /** Of the records that stayed open when the file was entered; the others needn't be read again. */
    private static final String OPEN = "and l.open";

    private static final String PAIR =
            """
            with line as (
              select l.line, l.biller_id, l.reference1, l.reference2, l.amount_satang, l.paid_on,
                     row_number() over (partition by l.biller_id, l.reference1, l.reference2, l.amount_satang, l.paid_on
                                        order by l.paid_at, l.line) as nth
                from payments.day_file_line l where l.file_id = :file and l.credit and l.payment_id is null %1$s),
            payment as (
              select p.id, p.biller_id, p.reference1, p.reference2, p.amount_satang,
                     cast(p.paid_at at time zone 'Asia/Bangkok' as date) as paid_on,
                     row_number() over (partition by p.biller_id, p.reference1, p.reference2, p.amount_satang,
                                          cast(p.paid_at at time zone 'Asia/Bangkok' as date)
                                        order by p.paid_at, p.id) as nth
                from payments.bank_payment p
               where p.bank_code = (select bank_code from payments.day_file where id = :file) %2$s
                 and p.paid_at >= (select min(paid_on) from %3$s) - interval '1 day'
                 and p.paid_at < (select max(paid_on) from %3$s) + interval '2 days'
                 and p.record_line is null),
            named as (
              update payments.bank_payment p set record_file = :file, record_line = line.line
                from line join payment using (biller_id, reference1, reference2, amount_satang, paid_on, nth)
               where p.id = payment.id and p.record_line is null
              returning p.id, p.record_line)
            update payments.day_file_line l set payment_id = named.id, customer = null, ask_at = null, open = false
              from named where l.file_id = :file and l.line = named.record_line
            """;

    /** Whether the books have payments of those days at all: a large file isn't sorted for nothing. */
    private static final String ANY =
            """
            select 1 from payments.bank_payment p
             where p.bank_code = (select bank_code from payments.day_file where id = :file)
               and p.biller_id in (select distinct biller_id from payments.day_file_line where file_id = :file)
               and p.paid_at >= (select min(paid_on) from payments.day_file_line where file_id = :file) - interval '1 day'
               and p.paid_at < (select max(paid_on) from payments.day_file_line where file_id = :file) + interval '2 days'
               and p.record_line is null
             limit 1
            """;

    private static final String PAIR_BACK =
            """
            with line as (
              select l.line, l.biller_id, l.reference1, l.reference2, l.amount_satang, l.paid_on,
                     row_number() over (partition by l.biller_id, l.reference1, l.reference2, l.amount_satang, l.paid_on order by l.line) as nth
                from payments.day_file_line l
               where l.file_id = :file and not l.credit and l.refund_id is null %1$s),
            back as (
              select r.id, p.biller_id, p.reference1, p.reference2, r.amount_satang,
                     cast(r.done_at at time zone 'Asia/Bangkok' as date) as paid_on,
                     row_number() over (partition by p.biller_id, p.reference1, p.reference2, r.amount_satang,
                       cast(r.done_at at time zone 'Asia/Bangkok' as date) order by r.done_at, r.id) as nth
                from payments.refund r
                join payments.bank_payment p on p.id = r.payment_id
               where r.state = 'DONE' and p.bank_code = (select bank_code from payments.day_file where id = :file)
                 and not exists (select 1 from payments.day_file_line taken where taken.refund_id = r.id))
            update payments.day_file_line l set refund_id = back.id, customer = null, open = false
              from line join back using (biller_id, reference1, reference2, amount_satang, paid_on, nth)
             where l.file_id = :file and l.line = line.line
            """;

    /** Money of the account's statement: officers read its day there, which may be a day or two after the payer's. */
    private static final String PAIR_STATEMENTS =
            """
            with line as (
              select l.line, l.biller_id, l.reference1, l.reference2, l.amount_satang, l.paid_on, l.paid_at,
                     row_number() over (partition by l.biller_id, l.reference1, l.reference2, l.amount_satang order by l.paid_at, l.line) as nth
                from payments.day_file_line l
               where l.file_id = :file and l.credit and l.payment_id is null %1$s
                 and (l.biller_id, l.reference1) in (select p.biller_id, p.reference1 from payments.bank_payment p where p.statement)),
            money as (
              select p.id, p.biller_id, p.reference1, p.reference2, p.amount_satang, p.confirmed_at,
                     cast(p.paid_at at time zone 'Asia/Bangkok' as date) as entered_on,
                     row_number() over (partition by p.biller_id, p.reference1, p.reference2, p.amount_satang order by p.paid_at, p.id) as nth
                from payments.bank_payment p
               where p.statement and p.bank_code = (select bank_code from payments.day_file where id = :file)
                 and p.record_line is null),
            named as (
              update payments.bank_payment p set record_file = :file, record_line = line.line
                from line join money using (biller_id, reference1, reference2, amount_satang, nth)
               where p.id = money.id and p.record_line is null and abs(line.paid_on - money.entered_on) <= 3 and line.paid_at <= money.confirmed_at
              returning p.id, p.record_line)
            update payments.day_file_line l set payment_id = named.id, customer = null, ask_at = null, open = false
              from named where l.file_id = :file and l.line = named.record_line
            """;

    /** As long as a file's payments are being entered, only what stayed open of those that have been. */
    private static final String DIFFERENCES =
            """
            select l.line,
                   case when not l.credit or l.reversed then 'REVERSAL'
                        when other.amount_satang is not null then 'AMOUNT_DIFFERS'
                        when exists (select 1 from payments.bank_payment p
                                      where (p.bill_id = b.id or p.bill_id is null and p.biller_id = l.biller_id and p.reference1 = l.reference1)
                                        and p.record_file = l.file_id and p.biller_id = l.biller_id and p.reference1 = l.reference1
                                        and p.reference2 = l.reference2 and p.amount_satang = l.amount_satang) then 'DUPLICATE'
                        when b.id is not null then 'NOT_HERE'
                        else 'UNKNOWN_REFERENCE' end as kind,
                   l.biller_id, l.reference1, l.reference2, l.paid_at, l.amount_satang as there, other.amount_satang as here,
                   l.customer, b.id as bill_id, b.application_number, false as by_statement, l.ask_at is not null as asking
              from payments.day_file_line l
              join payments.day_file f on f.id = l.file_id
              left join payments.bill b
                on b.biller_id = l.biller_id and b.reference1 = l.reference1 and b.reference2 = l.reference2
              left join lateral (
                select p.amount_satang from payments.bank_payment p
                 where (p.bill_id = b.id or p.bill_id is null and p.biller_id = l.biller_id and p.reference1 = l.reference1)
                   and l.credit and p.bank_code = f.bank_code and p.biller_id = l.biller_id and p.reference1 = l.reference1
                   and p.reference2 = l.reference2 and cast(p.paid_at at time zone 'Asia/Bangkok' as date) = l.paid_on
                   and p.amount_satang <> l.amount_satang
                   and p.record_line is null
                 order by p.paid_at, p.id limit 1) other on true
             where l.file_id = :file and l.open and l.payment_id is null and l.refund_id is null
            union all
            select null, 'NOT_THERE', p.biller_id, p.reference1, p.reference2, p.paid_at, null, p.amount_satang, null,
                   b.id, b.application_number, p.statement, false
              from payments.day_file f
              join payments.bank_payment p on p.bank_code = f.bank_code and p.biller_id = :biller
               and p.paid_at >= cast(f.effective_on as timestamp) at time zone 'Asia/Bangkok'
               and p.paid_at < cast(f.effective_on + 1 as timestamp) at time zone 'Asia/Bangkok'
              left join payments.bill b on b.id = p.bill_id
             where f.id = :file
               and not exists (select 1 from payments.day_file_part part where part.file_id = :file)
               and p.record_line is null
               and not exists (select 1 from payments.day_file_line l
                                where l.file_id = f.id and l.open and l.credit and l.payment_id is null and l.biller_id = p.biller_id
                                  and l.reference1 = p.reference1 and l.reference2 = p.reference2 and l.paid_on = f.effective_on)
            union all
            select null, 'REPORTED_NOT_THERE', r.biller_id, r.reference1, r.reference2, r.paid_at, null, r.amount_satang, null,
                   b.id, b.application_number, false, false
              from payments.day_file f
              join payments.bank_report r on r.bank = f.bank and r.biller_id = :biller and r.paid_on = f.effective_on
              join payments.callback c on c.id = r.confirmed_by and c.state = 'ANSWERED'
              left join payments.bill b on b.biller_id = r.biller_id and b.reference1 = r.reference1 and b.reference2 = r.reference2
             where f.id = :file and not exists (select 1 from payments.day_file_part part where part.file_id = :file)
               and r.verdict = 'OK' and r.cancelled_by is null and r.payment_id is null
               and not exists (select 1 from payments.bank_payment p
                                where p.bank_code = f.bank_code and p.transaction_id = r.transaction_id)
               -- a record that no other report is about, of this file or a later one
               and not exists (select 1 from payments.day_file_line l join payments.day_file has on has.id = l.file_id
                                where has.bank = f.bank and l.open and l.payment_id is null and l.credit and l.biller_id = r.biller_id and l.reference1 = r.reference1
                                  and l.reference2 = r.reference2 and l.amount_satang = r.amount_satang
                                  and l.paid_on between r.paid_on and r.paid_on + 3)
               and not exists (select 1 from payments.bank_payment p
                                 join payments.day_file has on has.id = p.record_file
                                 join payments.day_file_line l on l.file_id = p.record_file and l.line = p.record_line
                                where (p.bill_id = b.id or p.bill_id is null and p.biller_id = r.biller_id and p.reference1 = r.reference1)
                                  and has.bank = f.bank and p.biller_id = r.biller_id and p.reference1 = r.reference1
                                  and p.reference2 = r.reference2 and p.amount_satang = r.amount_satang
                                  and l.paid_on between r.paid_on and r.paid_on + 3
                                  and not exists (select 1 from payments.bank_report other
                                                   where other.bank = r.bank and other.payment_id = p.id))
            """;

    private final JdbcClient sql;

    Matching(JdbcClient sql) {
        this.sql = sql;
    }

    /** Pairs whatever can be paired now. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void pair(UUID file) {
        pairBack(file, "");
        boolean nothing = sql.sql(ANY).param("file", file).query().listOfRows().isEmpty();
        if (nothing) {
            return;
        }
        sql.sql(PAIR.formatted("", "", "payments.day_file_line where file_id = :file")).param("file", file).update();
        pairStatements(file, "");
    }

    private void pairStatements(UUID file, String which) {
        sql.sql(PAIR_STATEMENTS.formatted(which)).param("file", file).update();
    }

    private boolean isBeingPosted(UUID file) {
        return sql.sql("select exists (select 1 from payments.day_file_part where file_id = ?)").param(file).query(Boolean.class).single();
    }

    /** One at a time: a record and its money name each other. */
    private void hold(UUID file) {
        sql.sql("select 1 from payments.day_file where id = ? for update").param(file).query().listOfRows();
    }

    /** Pairs open debits with refunds that the bank has confirmed to us after the file. */
    void pairBack(UUID file) {
        pairBack(file, OPEN);
    }

    private void pairBack(UUID file, String which) {
        boolean debits = sql.sql("select debits > 0 from payments.day_file where id = ?").param(file).query(Boolean.class).single();
        if (debits) {
            sql.sql(PAIR_BACK.formatted(which)).param("file", file).update();
        }
    }

    /** Pairs the records of one reference. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void pair(UUID file, String reference1) {
        hold(file);
        sql.sql(PAIR.formatted(OPEN + " and l.reference1 = :reference1", "and p.reference1 = :reference1", "line"))
                .param("file", file)
                .param("reference1", reference1)
                .update();
    }

    /** What differs now. */
    @Transactional
    public DayDifference.Page differences(UUID file, String biller, int page, int size) {
        // officers may have entered money from the statement after the file; as long as the file's own money is being entered, that meets it
        if (!isBeingPosted(file)) {
            hold(file);
            pairStatements(file, OPEN);
        }
        List<DayDifference> entries = sql.sql(DIFFERENCES + " order by line nulls last, paid_at, reference1 limit :size offset :skip")
                .param("file", file)
                .param("biller", biller)
                .param("size", size)
                .param("skip", (long) page * size)
                .query(Matching::row)
                .list();
        long total = sql.sql("select count(*) from (" + DIFFERENCES + ") all_of_them")
                .param("file", file)
                .param("biller", biller)
                .query(Long.class)
                .single();
        return new DayDifference.Page(entries, page, size, total);
    }

    private static DayDifference row(ResultSet row, int number) throws SQLException {
        return new DayDifference(
                row.getObject("line", Integer.class),
                DayDifference.Kind.valueOf(row.getString("kind")),
                row.getString("biller_id"),
                row.getString("reference1"),
                row.getString("reference2"),
                Utc.read(row, "paid_at"),
                row.getObject("there", Long.class),
                row.getObject("here", Long.class),
                row.getString("customer"),
                row.getObject("bill_id", UUID.class),
                row.getString("application_number"),
                row.getBoolean("by_statement"),
                row.getBoolean("asking"));
    }
}
