package org.anuyat.payments.service.books;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.anuyat.payments.api.Bill.Payment.Standing;
import org.anuyat.payments.api.Bill;
import org.anuyat.payments.service.PaymentsPart;
import org.anuyat.payments.service.Utc;
import org.anuyat.payments.service.banks.BankTransaction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/**
 * Enters what a bank confirmed, thousands at a time. Money that settles an untouched bill takes a short way, a few statements for all of it;
 * everything else goes through {@link Posting} one by one, and is decided there.
 */
@PaymentsPart("paymentsBulkPosting")
public class BulkPosting {

    private final JdbcClient sql;
    private final BillBook bills;
    private final Posting posting;
    private final Clock clock;

    private record References(String billerId, String reference1, String reference2) {}

    /** Money, and the untouched bill that it settles. */
    private record Settling(UUID paymentId, BankTransaction money, StoredBill bill) {}

    BulkPosting(JdbcClient sql, BillBook bills, Posting posting, Clock clock) {
        this.sql = sql;
        this.bills = bills;
        this.posting = posting;
        this.clock = clock;
    }

    /** Does what {@link Posting#post(List)} does. */
    @Transactional
    public void post(List<BankTransaction> confirmed) {
        Map<References, StoredBill> found = bills
                .hold(column(confirmed, BankTransaction::billerId), column(confirmed, BankTransaction::reference1))
                .stream()
                .collect(Collectors.toMap(
                        bill -> new References(bill.billerId(), bill.reference1(), bill.reference2()), Function.identity()));
        Set<UUID> touched = touched(found.values());
        Set<String> posted = posted(confirmed);
        List<Settling> settling = new ArrayList<>();
        List<BankTransaction> rest = new ArrayList<>();
        confirmed.stream().sorted(Comparator.comparing(BankTransaction::paidAt)).forEach(money -> {
            StoredBill bill = found.get(new References(money.billerId(), money.reference1(), money.reference2()));
            if (posted.contains(money.transactionId())) {
                return;
            }
            if (bill != null && Fit.objection(bill, money).isEmpty() && touched.add(bill.id())) {
                settling.add(new Settling(UUID.randomUUID(), money, bill));
            } else {
                rest.add(money);
            }
        });
        if (!settling.isEmpty()) {
            settle(settling);
        }
        posting.post(rest);
    }

    /** Bills that got money before, whatever became of it: their notices tell of it, too. */
    private Set<UUID> touched(Collection<StoredBill> found) {
        return new HashSet<>(sql.sql("select distinct bill_id from payments.bank_payment where bill_id = any(cast(? as uuid[]))")
                .param(column(found, bill -> bill.id().toString()))
                .query(UUID.class)
                .list());
    }

    private Set<String> posted(List<BankTransaction> confirmed) {
        return new HashSet<>(sql.sql(
                        """
                        select transaction_id from payments.bank_payment
                         where (bank_code, transaction_id) in (select * from unnest(cast(? as text[]), cast(? as text[])))
                        """)
                .params(column(confirmed, BankTransaction::bank), column(confirmed, BankTransaction::transactionId))
                .query(String.class)
                .list());
    }

    private void settle(List<Settling> settling) {
        Instant now = clock.instant();
        enter(settling, now);
        sql.sql(
                        """
                        with paid as (
                          update payments.bill set state = ?, notices = notices + 1 where id = any(cast(? as uuid[])) returning id, notices)
                        insert into payments.notice (id, bill_id, sequence, kind, payment_id, next_try)
                        select settled.id, paid.id, paid.notices, ?, settled.payment_id, ?
                          from unnest(cast(? as uuid[]), cast(? as uuid[]), cast(? as uuid[])) as settled (id, bill_id, payment_id)
                          join paid on paid.id = settled.bill_id
                        """)
                .params(
                        Bill.State.PAID.name(),
                        column(settling, settled -> settled.bill().id().toString()),
                        Outbox.POSTED,
                        Utc.column(now),
                        column(settling, settled -> UUID.randomUUID().toString()),
                        column(settling, settled -> settled.bill().id().toString()),
                        column(settling, settled -> settled.paymentId().toString()))
                .update();
    }

    /** A transaction that somebody else enters at the same moment makes all of it fail, and be done again. */
    private void enter(List<Settling> settling, Instant now) {
        sql.sql(
                        """
                        insert into payments.bank_payment (id, bank_code, transaction_id, biller_id, reference1, reference2,
                          amount_satang, paid_at, confirmed_at, bill_id, standing)
                        select id, bank_code, transaction_id, biller_id, reference1, reference2, amount_satang, paid_at, ?, bill_id, ?
                          from unnest(cast(? as uuid[]), cast(? as text[]), cast(? as text[]), cast(? as text[]), cast(? as text[]),
                                      cast(? as text[]), cast(? as bigint[]), cast(? as timestamptz[]), cast(? as uuid[]))
                               as money (id, bank_code, transaction_id, biller_id, reference1, reference2, amount_satang, paid_at, bill_id)
                        """)
                .params(
                        Utc.column(now),
                        Standing.ON_BILL.name(),
                        column(settling, settled -> settled.paymentId().toString()),
                        column(settling, settled -> settled.money().bank()),
                        column(settling, settled -> settled.money().transactionId()),
                        column(settling, settled -> settled.money().billerId()),
                        column(settling, settled -> settled.money().reference1()),
                        column(settling, settled -> settled.money().reference2()),
                        column(settling, settled -> String.valueOf(settled.money().amountSatang())),
                        column(settling, settled -> settled.money().paidAt().toString()),
                        column(settling, settled -> settled.bill().id().toString()))
                .update();
    }

    private static <T> String[] column(Collection<T> rows, Function<T, @Nullable String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }
}
