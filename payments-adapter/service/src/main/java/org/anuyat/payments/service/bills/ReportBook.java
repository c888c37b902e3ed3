package org.anuyat.payments.service.bills;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.anuyat.payments.api.ReportedPayment;
import org.anuyat.payments.service.PaymentsPart;
import org.anuyat.payments.service.Utc;
import org.anuyat.payments.service.banks.Banks;
import org.anuyat.payments.service.books.StoredBill;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What banks reported about a bill while nothing of it is in the books. */
@PaymentsPart("paymentsReportBook")
class ReportBook {

    /** As long as a report stands in the way of another payment: by then the bank's file has come, holidays included. */
    private static final Duration STANDING = Duration.ofDays(10);

    private final JdbcClient sql;
    private final Banks banks;
    private final Clock clock;

    ReportBook(JdbcClient sql, Banks banks, Clock clock) {
        this.sql = sql;
        this.banks = banks;
        this.clock = clock;
    }

    /** Reports that were accepted, and neither cancelled, denied by the bank, nor followed by money. */
    List<ReportedPayment> standing(StoredBill bill) {
        return sql.sql(
                        """
                        select r.bank, r.transaction_id, r.amount_satang, r.paid_at
                          from payments.bank_report r join payments.callback c on c.id = r.confirmed_by
                         where r.biller_id = ? and r.reference1 = ? and r.reference2 = ? and r.verdict = 'OK' and r.cancelled_by is null
                           and r.payment_id is null and c.state <> 'NOT_CONFIRMED' and c.received_at > ?
                           and not exists (select 1 from payments.bank_payment p where p.bill_id = ? and p.transaction_id = r.transaction_id)
                         order by r.paid_at, r.transaction_id
                        """)
                .params(
                        bill.billerId(),
                        bill.reference1(),
                        bill.reference2(),
                        Utc.column(clock.instant().minus(STANDING)),
                        bill.id())
                .query((row, number) -> new ReportedPayment(
                        banks.find(row.getString("bank")).map(bank -> bank.code()).orElse(row.getString("bank")),
                        row.getString("transaction_id"),
                        row.getLong("amount_satang"),
                        Utc.read(row, "paid_at")))
                .list();
    }
}
