package org.anuyat.payments.service.bills;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.anuyat.payments.service.PaymentsPart;
import org.anuyat.payments.service.Utc;
import org.anuyat.payments.service.banks.Bank;
import org.anuyat.payments.service.banks.BankAway;
import org.anuyat.payments.service.banks.Banks;
import org.anuyat.payments.service.banks.Inquiry;
import org.anuyat.payments.service.books.Posting;
import org.anuyat.payments.service.books.StoredBill;

/** Asks the bank about a bill of which no callback came, and posts what it confirms. */
@PaymentsPart
class BankQuestion {

    /** Banks answer for one day at a time; older days belong to the end-of-day files. */
    private static final int MOST_DAYS = 45;

    private final Banks banks;
    private final Posting posting;
    private final Clock clock;

    BankQuestion(Banks banks, Posting posting, Clock clock) {
        this.banks = banks;
        this.posting = posting;
        this.clock = clock;
    }

    /**
     * Asks for every day since the bill was presented.
     *
     * @throws BankAway when the bank doesn't answer; what it answered before that is posted
     */
    void sincePresented(StoredBill bill) {
        ask(bill, Utc.day(bill.presentedAt()));
    }

    /** Asks for today and yesterday. */
    void lately(StoredBill bill) {
        ask(bill, Utc.day(clock.instant()).minusDays(1));
    }

    private void ask(StoredBill bill, LocalDate first) {
        Bank bank = banks.named(bill.bank());
        LocalDate today = Utc.day(clock.instant());
        LocalDate day = latest(first, Utc.day(bill.presentedAt()), today.minusDays(MOST_DAYS));
        // in order of time, so that the first payment gets the bill
        for (; !day.isAfter(today); day = day.plusDays(1)) {
            posting.post(bank.inquire(new Inquiry(day, bill.billerId(), bill.reference1(), bill.reference2())));
        }
    }

    private static LocalDate latest(LocalDate... days) {
        return Collections.max(List.of(days));
    }
}
