package org.anuyat.backoffice.finance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.anuyat.payments.api.Bill;
import org.anuyat.payments.api.Discrepancy;

/** What a finance officer can do about money that doesn't fit. Giving back is a proposal, which a second officer decides about. */
enum Choice {
    /** It counts for its bill. */
    ACCEPT,
    /** It counts for its bill, and what is too much goes back. */
    REFUND_EXCESS,
    /** All of it goes back. */
    REFUND;

    /** What there is to choose for an entry of the queue. */
    static List<Choice> of(Discrepancy entry) {
        List<Choice> choices = new ArrayList<>(Arrays.asList(values()));
        if (excess(entry) <= 0) {
            choices.remove(REFUND_EXCESS);
        }
        return List.copyOf(choices);
    }

    /** The choice of this name, if it is there for the entry. */
    static Optional<Choice> named(String name, Discrepancy entry) {
        return of(entry).stream().filter(one -> one.name().equals(name)).findFirst();
    }

    /** Satang that the bill got too much with this money; not above 0 when it got no such. */
    static long excess(Discrepancy entry) {
        Long billed = entry.billAmountSatang();
        boolean onBill = entry.payment().standing() == Bill.Payment.Standing.ON_BILL;
        return billed == null || !onBill ? 0 : entry.payment().amountSatang() - billed;
    }

    /** Satang that go back. */
    long back(Discrepancy entry) {
        return switch (this) {
            case ACCEPT -> 0;
            case REFUND_EXCESS -> excess(entry);
            case REFUND -> entry.payment().amountSatang();
        };
    }
}
