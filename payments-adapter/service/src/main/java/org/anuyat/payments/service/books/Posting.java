package org.anuyat.payments.service.books;

import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.anuyat.payments.api.Bill.Payment.Standing;
import org.anuyat.payments.api.Discrepancy;
import org.anuyat.payments.service.PaymentsPart;
import org.anuyat.payments.service.PaymentsSettings;
import org.anuyat.payments.service.Utc;
import org.anuyat.payments.service.banks.BankTransaction;
import org.anuyat.payments.service.books.BillBook.References;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Enters money that a bank has confirmed: every bank transaction once, into exactly one place. */
@PaymentsPart("paymentsPosting")
public class Posting {

    private static final Logger LOG = LoggerFactory.getLogger(Posting.class);

    private final JdbcClient sql;
    private final BillBook bills;
    private final Outbox outbox;
    private final FinanceQueue queue;
    private final StatementMoney statements;
    private final PaymentsSettings settings;
    private final Clock clock;

    Posting(JdbcClient sql, BillBook bills, Outbox outbox, FinanceQueue queue, StatementMoney statements, PaymentsSettings settings, Clock clock) {
        this.sql = sql;
        this.bills = bills;
        this.outbox = outbox;
        this.queue = queue;
        this.statements = statements;
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether the transaction is in the books. */
    public boolean isPosted(String bankCode, String transactionId) {
        return sql.sql(
                        """
                        select (select count(*) from payments.bank_payment where bank_code = :bank and transaction_id = :number)
                             + (select count(*) from payments.bank_payment where bank_code = :bank and known_as = :number)
                        """)
                .param("bank", bankCode)
                .param("number", transactionId)
                .query(Long.class)
                .single() > 0;
    }

    /** The agency that collects under a biller ID; empty when none does. */
    public Optional<String> agencyOf(String billerId) {
        return settings.agencies().entrySet().stream()
                .filter(entry -> entry.getValue().billerId().equals(billerId))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /**
     * Enters what a bank confirmed, and writes what the platform is to be told; what is in the books already changes nothing. It goes bill by bill,
     * in the order in which all others hold bills and write notices about them, and of one bill in the order of payment.
     */
    @Transactional
    public void post(List<BankTransaction> confirmed) {
        if (confirmed.isEmpty()) {
            return;
        }
        Map<References, StoredBill> held = bills.hold(confirmed.stream().map(Posting::references).collect(Collectors.toSet()));
        Map<References, Integer> places = new HashMap<>();
        held.keySet().forEach(bill -> places.put(bill, places.size()));
        Comparator<BankTransaction> byBill =
                Comparator.comparingInt(money -> places.getOrDefault(references(money), Integer.MAX_VALUE));
        confirmed.stream().sorted(byBill.thenComparing(BankTransaction::paidAt)).forEach(money -> post(money, held));
    }

    private static References references(BankTransaction money) {
        return new References(money.billerId(), money.reference1(), money.reference2());
    }

    /**
     * Enters what two officers found on the statement of the account, for a bill that the transaction holds and that has got no money.
     *
     * @return the payment; empty when that line of the statement is in the books already
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<UUID> postFromStatement(StoredBill bill, BankTransaction money) {
        return post(Optional.of(bill), money) ? Optional.of(statements.mark(money.bank(), money.transactionId())) : Optional.empty();
    }

    private void post(BankTransaction money, Map<References, StoredBill> held) {
        Optional<StoredBill> bill = Optional.ofNullable(held.get(references(money)));
        if ((bill.isEmpty() || !statements.isNamedBy(money)) && post(bill, money) && bill.isPresent()) {
            held.put(references(money), after(bill.get(), money));
        }
    }

    /** Whether it wasn't in the books. */
    private boolean post(Optional<StoredBill> bill, BankTransaction money) {
        Optional<Discrepancy.Kind> objection = objection(bill, money);
        UUID id = UUID.randomUUID();
        if (!enter(id, money, bill.map(StoredBill::id).orElse(null), onBill(objection) ? Standing.ON_BILL : Standing.IN_QUEUE)) {
            return false;
        }
        if (objection.isEmpty()) {
            StoredBill settled = after(bill.orElseThrow(), money);
            outbox.posted(settled, bills.settle(settled.id(), settled.state()), money);
            LOG.info("Payment {} of bank {} posted", money.transactionId(), money.bank());
            return true;
        }
        if (onBill(objection)) {
            StoredBill settled = after(bill.orElseThrow(), money);
            bills.state(settled.id(), settled.state());
        }
        String agency = bill.map(StoredBill::agency).or(() -> agencyOf(money.billerId())).orElse("");
        UUID discrepancy = queue.enter(id, agency, objection.get());
        bill.ifPresent(found -> outbox.discrepancy(found.id(), queue.get(discrepancy)));
        LOG.warn("Payment {} of bank {} needs a decision: {}", money.transactionId(), money.bank(), objection.get());
        return true;
    }

    private static Optional<Discrepancy.Kind> objection(Optional<StoredBill> bill, BankTransaction money) {
        return bill.map(found -> Fit.objection(found, money)).orElse(Optional.of(Discrepancy.Kind.UNMATCHED));
    }

    private static boolean onBill(Optional<Discrepancy.Kind> objection) {
        return objection.isEmpty() || objection.get() == Discrepancy.Kind.WRONG_AMOUNT;
    }

    /** The bill as it is with that money. */
    private static StoredBill after(StoredBill bill, BankTransaction money) {
        return onBill(Fit.objection(bill, money)) ? bill.in(Fit.state(bill.amountSatang(), money.amountSatang())) : bill;
    }

    private boolean enter(UUID id, BankTransaction money, @Nullable UUID billId, Standing standing) {
        return sql.sql(
                        """
                        insert into payments.bank_payment (id, bank_code, transaction_id, biller_id, reference1, reference2,
                          amount_satang, paid_at, confirmed_at, bill_id, standing)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (bank_code, transaction_id) do nothing
                        """)
                .params(
                        id,
                        money.bank(),
                        money.transactionId(),
                        money.billerId(),
                        money.reference1(),
                        money.reference2(),
                        money.amountSatang(),
                        Utc.column(money.paidAt()),
                        Utc.column(clock.instant()),
                        billId,
                        standing.name())
                .update() == 1;
    }
}
