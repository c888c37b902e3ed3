package org.anuyat.payments.service.callbacks;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.anuyat.payments.service.Chore;
import org.anuyat.payments.service.Nudge;
import org.anuyat.payments.service.PaymentsPart;
import org.anuyat.payments.service.PaymentsSettings;
import org.anuyat.payments.service.Utc;
import org.anuyat.payments.service.banks.Bank;
import org.anuyat.payments.service.banks.BankAway;
import org.anuyat.payments.service.banks.BankTransaction;
import org.anuyat.payments.service.banks.Banks;
import org.anuyat.payments.service.banks.Inquiries;
import org.anuyat.payments.service.banks.Inquiry;
import org.anuyat.payments.service.banks.calls.BankCall;
import org.anuyat.payments.service.banks.calls.BankMessage;
import org.anuyat.payments.service.banks.calls.PaymentReport;
import org.anuyat.payments.service.banks.calls.UnreadableReport;
import org.anuyat.payments.service.books.Posting;
import org.anuyat.payments.service.callbacks.CallbackBook.End;
import org.anuyat.payments.service.callbacks.CallbackBook.Waiting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.transaction.support.TransactionOperations;

/** Asks the bank whether a callback is true, and posts what the bank answers, never what the callback said. */
@PaymentsPart("paymentsConfirmation")
class Confirmation implements Chore {

    private static final Logger LOG = LoggerFactory.getLogger(Confirmation.class);

    private static final int HANDS = 4;

    private final CallbackBook book;
    private final Banks banks;
    private final Posting posting;
    private final Answering answering;
    private final Traffic traffic;
    private final PaymentsSettings settings;
    private final TransactionOperations transactions;
    private final ObjectProvider<Nudge> nudge;
    private final Clock clock;

    Confirmation(
            CallbackBook book,
            Banks banks,
            Posting posting,
            Answering answering,
            Traffic traffic,
            PaymentsSettings settings,
            TransactionOperations transactions,
            ObjectProvider<Nudge> nudge,
            Clock clock) {
        this.book = book;
        this.banks = banks;
        this.posting = posting;
        this.answering = answering;
        this.traffic = traffic;
        this.settings = settings;
        this.transactions = transactions;
        this.nudge = nudge;
        this.clock = clock;
    }

    @Override
    public Kind kind() {
        return Kind.CALLBACKS;
    }

    /** A question mostly waits for the bank. */
    @Override
    public int hands() {
        return HANDS;
    }

    @Override
    public boolean doOne() {
        try {
            traffic.giveWay(settings.giveWay());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        Optional<Waiting> waiting = book.claim();
        waiting.ifPresent(this::confirm);
        return waiting.isPresent();
    }

    private void confirm(Waiting callback) {
        try {
            Bank bank = banks.named(callback.bank());
            BankCall call = bank.read(new BankMessage(callback.body()));
            Optional<PaymentReport> payment = Answering.toAsk(bank, call);
            if (payment.isEmpty()) {
                // the process ended between storing it and answering it
                answering.answer(callback.id(), callback.bank(), bank, call);
                return;
            }
            PaymentReport report = payment.get();
            if (posting.isPosted(bank.code(), report.transactionId())) {
                book.end(callback.id(), End.CONFIRMED, null);
            } else if (posting.agencyOf(report.billerId()).isEmpty()) {
                LOG.warn("Callback {} names a biller ID that isn't ours", callback.id());
                book.end(callback.id(), End.NOT_CONFIRMED, "the biller ID isn't ours");
            } else {
                ask(callback, bank.inquiries().orElseThrow(), report);
            }
        } catch (UnreadableReport e) {
            book.end(callback.id(), End.UNREADABLE, e.getMessage());
        } catch (BankAway e) {
            LOG.warn("Callback {} waits for the bank {} (try {}): {}", callback.id(), callback.bank(), callback.tries(), e.getMessage());
            book.tryAgain(callback.id(), settings.pauseAfter(callback.tries()), String.valueOf(e.getMessage()));
        }
    }

    private void ask(Waiting callback, Inquiries bank, PaymentReport report) {
        List<BankTransaction> confirmed = bank.ask(
                new Inquiry(Utc.day(report.paidAt()), report.billerId(), report.reference1(), report.reference2()));
        boolean hasIt = confirmed.stream().anyMatch(money -> money.transactionId().equals(report.transactionId()));
        transactions.executeWithoutResult(status -> {
            posting.post(confirmed);
            if (hasIt) {
                book.end(callback.id(), End.CONFIRMED, null);
            }
        });
        nudge.ifAvailable(now -> now.now(Chore.Kind.NOTICES));
        if (!hasIt) {
            notThere(callback);
        }
    }

    /** The bank's records may lag behind its callback; a forged callback stays unconfirmed for ever. */
    private void notThere(Waiting callback) {
        if (clock.instant().isAfter(callback.receivedAt().plus(settings.callbackGiveUp()))) {
            LOG.warn("The bank {} never confirmed callback {}; it is set aside", callback.bank(), callback.id());
            book.end(callback.id(), End.NOT_CONFIRMED, "the bank doesn't know the transaction");
        } else {
            book.tryAgain(callback.id(), settings.pauseAfter(callback.tries()), "the bank doesn't know the transaction yet");
        }
    }
}
