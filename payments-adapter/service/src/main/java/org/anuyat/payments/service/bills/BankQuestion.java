package org.anuyat.payments.service.bills;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.anuyat.payments.service.PaymentsPart;
import org.anuyat.payments.service.PaymentsSettings;
import org.anuyat.payments.service.Utc;
import org.anuyat.payments.service.banks.BankAway;
import org.anuyat.payments.service.banks.Banks;
import org.anuyat.payments.service.banks.Inquiries;
import org.anuyat.payments.service.banks.Inquiry;
import org.anuyat.payments.service.books.Posting;
import org.anuyat.payments.service.books.StoredBill;

/**
 * Asks the banks about a bill of which no callback came, and posts what they confirm. Those that can't be asked are passed over: their
 * end-of-day files tell.
 */
@PaymentsPart
class BankQuestion {

    /** Banks answer for one day at a time; older days belong to the end-of-day files. */
    private static final int MOST_DAYS = 45;

    private final Banks banks;
    private final Posting posting;
    private final PaymentsSettings settings;
    private final Clock clock;

    BankQuestion(Banks banks, Posting posting, PaymentsSettings settings, Clock clock) {
        this.banks = banks;
        this.posting = posting;
        this.settings = settings;
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
        for (String name : settings.banksOf(bill.agency(), bill.bank())) {
            banks.named(name).inquiries().ifPresent(bank -> ask(bank, bill, first));
        }
    }

    private void ask(Inquiries bank, StoredBill bill, LocalDate first) {
        LocalDate today = Utc.day(clock.instant());
        LocalDate day = latest(first, Utc.day(bill.presentedAt()), today.minusDays(MOST_DAYS));
        // in order of time, so that the first payment gets the bill
        for (; !day.isAfter(today); day = day.plusDays(1)) {
            posting.post(bank.ask(new Inquiry(day, bill.billerId(), bill.reference1(), bill.reference2())));
        }
    }

    private static LocalDate latest(LocalDate... days) {
        return Collections.max(List.of(days));
    }
}
