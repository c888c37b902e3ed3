package org.anuyat.payments.service.books;

import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.anuyat.payments.api.Bill;
import org.anuyat.payments.api.Discrepancy.Kind;
import org.anuyat.payments.service.banks.BankTransaction;

/** Whether confirmed money settles its bill by itself: the rules against it, the first that holds gives the reason. */
final class Fit {

    private record Rule(Kind kind, BiPredicate<StoredBill, BankTransaction> holds) {}

    private static final List<Rule> RULES = List.of(
            new Rule(Kind.AFTER_CANCELLATION, (bill, money) -> bill.state() == Bill.State.CANCELLED),
            new Rule(Kind.DOUBLE, (bill, money) -> bill.hasTakenMoney()),
            // by the bank's clock: a callback that comes late doesn't make the payer late
            new Rule(Kind.LATE, (bill, money) -> money.paidAt().isAfter(bill.due())),
            new Rule(Kind.WRONG_AMOUNT, (bill, money) -> money.amountSatang() != bill.amountSatang()));

    private Fit() {}

    /** Empty when the money settles the bill. */
    static Optional<Kind> objection(StoredBill bill, BankTransaction money) {
        return RULES.stream().filter(rule -> rule.holds().test(bill, money)).map(Rule::kind).findFirst();
    }

    /** What a bill becomes that holds this sum. */
    static Bill.State state(long amountSatang, long heldSatang) {
        if (heldSatang == amountSatang) {
            return Bill.State.PAID;
        }
        return heldSatang > amountSatang ? Bill.State.OVERPAID : Bill.State.UNDERPAID;
    }
}
