package org.anuyat.payments.service.books;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.anuyat.payments.api.Bill;
import org.anuyat.payments.api.Bill.Payment.Standing;
import org.anuyat.payments.service.PaymentsPart;
import org.anuyat.payments.service.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Enters money of an end-of-day file that plainly settles its bill: one payment, in time and of the exact sum, for an open bill that got no money
 * before. A few statements do it for thousands of records, which never leave the database. What isn't plain is left to {@link Posting}.
 *
 * <p>Money is plain here only where {@link Fit} objects to nothing.
 */
@PaymentsPart("paymentsBulkPosting")
public class BulkPosting {

    /** Of a random UUID, the digits between its version and those that count a file's lines. */
    private static final int RANDOM = 15;
    private static final int COUNTED = 30;

    private static final String WORKPLACE =
            """
            create temporary table if not exists settling (
              line integer, bill_id uuid, transaction_id text, biller_id text, reference1 text, reference2 text, amount_satang bigint,
              paid_at timestamptz, reported boolean, payment_id uuid, notice integer) on commit delete rows
            """;

    private static final String CHOOSE =
            """
            insert into settling
            select line, bill_id, coalesce(reported.number, :place || lpad(cast(line as text), 6, '0')), biller_id, reference1, reference2,
                   amount_satang, paid_at, reported.number is not null, cast(:keys || lpad(to_hex(line), 6, '0') as uuid),
                   notices + 1
              from (select l.*, b.id as bill_id, count(*) over (partition by b.id) as times, b.amount_satang as asked, b.due, standing.state,
                           standing.notices
                      from payments.day_file_line l
                      join payments.bill b using (biller_id, reference1, reference2)
                      join payments.bill_standing standing on standing.bill_id = b.id
                     where l.file_id = :file and l.line between :first and :last and l.credit and not l.reversed and l.payment_id is null) paid
             cross join lateral (
               select min(r.transaction_id) as number, count(*) as times from payments.bank_report r
                where r.bank = :bank and r.biller_id = paid.biller_id and r.reference1 = paid.reference1 and r.reference2 = paid.reference2
                  and r.amount_satang = paid.amount_satang and r.paid_on = paid.paid_on
                  and r.confirmed_by is not null and r.cancelled_by is null and r.payment_id is null) reported
             where paid.times = 1 and reported.times <= 1 and state = 'OPEN' and paid_at <= due and amount_satang = asked
             order by bill_id
            """;

    /** A part is small beside the tables that it meets: what it needs is looked up, however the planner guesses its size. */
    private static final String LOOK_UP =
            """
            select set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true)
            """;

    /**
     * Holds the bills and settles them, in one order, so that nobody waits for one who waits for him; forgets those that somebody else changed
     * meanwhile.
     */
    private static final String SETTLE =
            """
            with held as (
              update payments.bill_standing standing set state = :paid, notices = s.notice
                from (select bill_id, notice from settling order by bill_id) s
               where standing.bill_id = s.bill_id and standing.state = 'OPEN' and standing.notices = s.notice - 1
              returning standing.bill_id)
            delete from settling where bill_id not in (select bill_id from held)
            """;

    /** Bills with money, by what has been committed until all of them were held, and payments that stand in the books under another number. */
    private static final String KNOWN =
            """
            select s.line from settling s join payments.bank_payment p on p.bill_id = s.bill_id
             union
            select s.line from settling s join payments.bank_payment p on p.known_as = s.transaction_id and p.bank_code = :code
            """;

    private static final String REOPEN =
            """
            update payments.bill_standing standing set state = 'OPEN', notices = notices - 1 from settling s
             where s.line in (:lines) and standing.bill_id = s.bill_id
            """;

    /** Gives those that are in the books already. */
    private static final String ENTER =
            """
            with entered as (
              insert into payments.bank_payment (id, bank_code, transaction_id, biller_id, reference1, reference2,
                amount_satang, paid_at, confirmed_at, bill_id, standing, later_notice, record_file, record_line)
              select payment_id, :code, transaction_id, biller_id, reference1, reference2, amount_satang, paid_at, :now, bill_id, :standing, notice,
                     :file, line
                from settling order by bill_id
              on conflict (bank_code, transaction_id) do nothing
              returning bill_id)
            select line from settling where bill_id not in (select bill_id from entered)
            """;

    private static final String TELL_LATER =
            """
            insert into payments.later_notices (file_id, first_line, last_line, posted_at)
            select :file, min(line), max(line), :now from settling having count(*) > 0
            """;

    /** The part's records stand together: they are read once, not looked up one by one. */
    private static final String READ_THROUGH = "select set_config('enable_hashjoin', 'on', true)";

    private static final String PAIR =
            """
            update payments.day_file_line l set payment_id = s.payment_id, customer = null
              from settling s where l.file_id = :file and l.line between :first and :last and l.line = s.line
            """;

    private static final String PAIR_REPORTS =
            """
            update payments.bank_report r set payment_id = s.payment_id
              from settling s where s.reported and r.bank = :bank and r.transaction_id = s.transaction_id
            """;

    private final JdbcClient sql;
    private final Clock clock;

    /**
     * Records of a file.
     *
     * @param bank name of its settings
     * @param bankCode three digits of the Bank of Thailand's list
     * @param place what stands before the six digits of the line in the number of a transaction that the bank gave none
     */
    public record Lines(UUID file, String bank, String bankCode, String place, int first, int last) {}

    BulkPosting(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Enters what is plain and pairs it with its records; the other records stay without payment. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void settle(Lines lines) {
        Instant now = clock.instant();
        sql.sql(WORKPLACE).update();
        sql.sql(LOOK_UP).query().listOfRows();
        sql.sql(CHOOSE)
                .param("place", lines.place())
                .param("keys", keys(now))
                .param("file", lines.file())
                .param("first", lines.first())
                .param("last", lines.last())
                .param("bank", lines.bank())
                .update();
        // how many there are: without it a join's sides may be taken the wrong way round
        sql.sql("analyze settling (line)").update();
        sql.sql(SETTLE).param("paid", Bill.State.PAID.name()).update();
        leave(sql.sql(KNOWN).param("code", lines.bankCode()).query(Integer.class).list());
        leave(sql.sql(ENTER)
                .param("code", lines.bankCode())
                .param("now", Utc.column(now))
                .param("file", lines.file())
                .param("standing", Standing.ON_BILL.name())
                .query(Integer.class)
                .list());
        sql.sql(TELL_LATER).param("file", lines.file()).param("now", Utc.column(now)).update();
        sql.sql(READ_THROUGH).query().listOfRows();
        sql.sql(PAIR)
                .param("file", lines.file())
                .param("first", lines.first())
                .param("last", lines.last())
                .update();
        sql.sql(PAIR_REPORTS).param("bank", lines.bank()).update();
    }

    /** Leaves what isn't plain after all to others; its bills, which are held, become what they were. */
    private void leave(List<Integer> lines) {
        if (!lines.isEmpty()) {
            sql.sql(REOPEN).param("lines", lines).update();
            sql.sql("delete from settling where line in (:lines)").param("lines", lines).update();
        }
    }

    /**
     * What the keys of a part begin with: UUIDs of version 7 (RFC 9562, 6.2, method 1), whose last digits count the file's lines. What is entered
     * together stands together in the indexes, and no line has to ask the system for random numbers.
     */
    private static String keys(Instant now) {
        String millis = "%012x".formatted(now.toEpochMilli());
        return millis.substring(0, 8) + "-" + millis.substring(8) + "-7" + UUID.randomUUID().toString().substring(RANDOM, COUNTED);
    }
}
