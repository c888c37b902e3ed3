package org.anuyat.payments.service.slips;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Objects;
import java.util.UUID;
import org.anuyat.payments.api.PaymentsRefusal;
import org.anuyat.payments.api.PaymentsRefusal.Reason;
import org.anuyat.payments.api.slips.Slip;
import org.anuyat.payments.api.slips.StatementEntry;
import org.anuyat.payments.service.PaymentsPart;
import org.anuyat.payments.service.Utc;
import org.anuyat.payments.service.banks.BankTransaction;
import org.anuyat.payments.service.books.Posting;
import org.anuyat.payments.service.books.StoredBill;

/** Enters the money of a statement's line into the books, under two officers' names. */
@PaymentsPart("paymentsSlipStatements")
class SlipStatements {

    private final Posting posting;
    private final Clock clock;

    SlipStatements(Posting posting, Clock clock) {
        this.posting = posting;
        this.clock = clock;
    }

    static PaymentsRefusal used() {
        return new PaymentsRefusal(Reason.STATEMENT_USED, "that line of the statement counts for another payment");
    }

    /** Enters it for a bill that the transaction holds; it settles the bill, or waits in the queue, by the rules for all money. */
    UUID enter(StoredBill bill, Slip slip, String officer) {
        StatementEntry entry = Objects.requireNonNull(slip.statement()).entry();
        if (entry.officer().equals(officer)) {
            throw new PaymentsRefusal(Reason.SAME_OFFICER, "who entered the statement's line must not approve it");
        }
        BankTransaction money = new BankTransaction(
                entry.bank(),
                entry.number(),
                bill.billerId(),
                bill.reference1(),
                bill.reference2(),
                entry.amountSatang(),
                paidAt(entry, bill));
        return posting.postFromStatement(bill, money).orElseThrow(SlipStatements::used);
    }

    /** A statement tells the day alone: noon, but not later than the bill's time when that ends earlier on that day, nor than now. */
    private Instant paidAt(StatementEntry entry, StoredBill bill) {
        Instant noon = Utc.ofBangkok(entry.on().atTime(LocalTime.NOON));
        boolean dueBefore = Utc.day(bill.due()).equals(entry.on()) && bill.due().isBefore(noon);
        Instant at = dueBefore ? bill.due() : noon;
        Instant now = clock.instant();
        return at.isAfter(now) ? now : at;
    }
}
