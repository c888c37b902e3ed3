package org.anuyat.payments.service.callbacks;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
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
    /** So many are asked about before anything is posted. */
    private static final int MOST_AT_ONCE = 16;
    /** So long, at most, a confirmed payment waits for others to be posted with it, and far less than a lease. */
    private static final Duration SHORT_WHILE = Duration.ofMillis(500);

    private final CallbackBook book;
    private final Banks banks;
    private final Posting posting;
    private final Answering answering;
    private final Traffic traffic;
    private final PaymentsSettings settings;
    private final TransactionOperations transactions;
    private final ObjectProvider<Nudge> nudge;
    private final Clock clock;

    /** How many a hand takes up next. */
    private volatile int atOnce = 1;

    /** @param hasIt whether the bank's answer holds the payment of the callback itself */
    private record Confirmed(Waiting callback, List<BankTransaction> money, boolean hasIt) {}

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

    /** Asks about several, one after the other, and posts what came of it in one transaction: as many as the bank answers in a short while. */
    @Override
    public boolean doOne() {
        if (!gaveWay()) {
            return false;
        }
        List<Waiting> due = book.claim(atOnce);
        long begin = System.nanoTime();
        List<Confirmed> confirmed = new ArrayList<>();
        int asked = 0;
        while (asked < due.size() && (asked == 0 || System.nanoTime() - begin < SHORT_WHILE.toNanos() && gaveWay())) {
            confirm(due.get(asked)).ifPresent(confirmed::add);
            asked++;
        }
        try {
            post(confirmed);
        } finally {
            if (asked < due.size()) {
                book.giveBack(due.subList(asked, due.size()));
            }
        }
        // a slow bank is asked by all hands, not about all by one
        boolean more = asked == due.size() && asked == atOnce && System.nanoTime() - begin < SHORT_WHILE.toNanos() / 2;
        atOnce = more ? Math.min(MOST_AT_ONCE, 2 * atOnce) : Math.max(1, asked);
        return !due.isEmpty();
    }

    private boolean gaveWay() {
        try {
            traffic.giveWay(settings.giveWay());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What the bank says about a callback; empty when that has been dealt with already. */
    private Optional<Confirmed> confirm(Waiting callback) {
        try {
            Bank bank = banks.named(callback.bank());
            BankCall call = bank.read(new BankMessage(callback.body()));
            Optional<PaymentReport> payment = Answering.toAsk(bank, call);
            if (payment.isEmpty()) {
                // the process ended between storing it and answering it
                answering.answer(callback.id(), callback.bank(), bank, call);
                return Optional.empty();
            }
            PaymentReport report = payment.get();
            if (posting.isPosted(bank.code(), report.transactionId())) {
                book.end(callback.id(), End.CONFIRMED, null);
            } else if (posting.agencyOf(report.billerId()).isEmpty()) {
                LOG.warn("Callback {} names a biller ID that isn't ours", callback.id());
                book.end(callback.id(), End.NOT_CONFIRMED, "the biller ID isn't ours");
            } else {
                return Optional.of(ask(callback, bank.inquiries().orElseThrow(), report));
            }
        } catch (UnreadableReport e) {
            book.end(callback.id(), End.UNREADABLE, e.getMessage());
        } catch (BankAway e) {
            LOG.warn("Callback {} waits for the bank {} (try {}): {}", callback.id(), callback.bank(), callback.tries(), e.getMessage());
            book.tryAgain(callback.id(), settings.pauseAfter(callback.tries()), String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.warn("Callback {} failed and is tried again when its lease is over; others go on", callback.id(), e);
        }
        return Optional.empty();
    }

    private static Confirmed ask(Waiting callback, Inquiries bank, PaymentReport report) {
        List<BankTransaction> money = bank.ask(
                new Inquiry(Utc.day(report.paidAt()), report.billerId(), report.reference1(), report.reference2()));
        return new Confirmed(callback, money, money.stream().anyMatch(each -> each.transactionId().equals(report.transactionId())));
    }

    private void post(List<Confirmed> confirmed) {
        if (confirmed.isEmpty()) {
            return;
        }
        List<Confirmed> posted = confirmed;
        try {
            postTogether(confirmed);
        } catch (RuntimeException e) {
            if (confirmed.size() == 1) {
                throw e;
            }
            LOG.warn("{} confirmed callbacks can't be posted together; each is posted alone", confirmed.size(), e);
            posted = confirmed.stream().filter(this::postAlone).toList();
        }
        nudge.ifAvailable(now -> now.now(Chore.Kind.NOTICES));
        posted.stream().filter(each -> !each.hasIt()).map(Confirmed::callback).forEach(this::notThere);
    }

    private boolean postAlone(Confirmed one) {
        try {
            postTogether(List.of(one));
            return true;
        } catch (RuntimeException e) {
            LOG.warn("Callback {} isn't posted and is tried again when its lease is over", one.callback().id(), e);
            return false;
        }
    }

    private void postTogether(List<Confirmed> confirmed) {
        transactions.executeWithoutResult(status -> {
            // asked twice about the same bill, a bank says the same twice
            posting.post(confirmed.stream().flatMap(each -> each.money().stream()).distinct().toList());
            book.confirmed(confirmed.stream().filter(Confirmed::hasIt).map(Confirmed::callback).toList());
        });
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
