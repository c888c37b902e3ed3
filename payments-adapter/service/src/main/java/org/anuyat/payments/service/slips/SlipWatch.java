package org.anuyat.payments.service.slips;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.anuyat.payments.service.Chore;
import org.anuyat.payments.service.PaymentsPart;
import org.anuyat.payments.service.PaymentsSettings;
import org.anuyat.payments.service.banks.BankAway;
import org.anuyat.payments.service.slips.SlipBook.Waiting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the bank about slips that were handed in, for a day while it is away. */
@PaymentsPart("paymentsSlipWatch")
class SlipWatch implements Chore {

    private static final Logger LOG = LoggerFactory.getLogger(SlipWatch.class);

    private final SlipBook book;
    private final SlipShelf shelf;
    private final SlipInquiry inquiry;
    private final PaymentsSettings settings;
    private final Clock clock;

    SlipWatch(SlipBook book, SlipShelf shelf, SlipInquiry inquiry, PaymentsSettings settings, Clock clock) {
        this.book = book;
        this.shelf = shelf;
        this.inquiry = inquiry;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public boolean doOne() {
        Optional<Waiting> waiting = book.claim(settings.lease());
        waiting.ifPresent(this::ask);
        return waiting.isPresent();
    }

    private void ask(Waiting waiting) {
        try {
            shelf.find(waiting.id()).ifPresent(inquiry::ask);
        } catch (BankAway e) {
            Duration pause = settings.pauseAfter(waiting.tries());
            Instant again = clock.instant().plus(pause);
            boolean enough = again.isAfter(waiting.receivedAt().plus(settings.callbackGiveUp()));
            LOG.warn("Slip {} waits for the bank (try {}): {}", waiting.id(), waiting.tries(), e.getMessage());
            book.again(waiting.id(), enough ? null : pause, String.valueOf(e.getMessage()));
        }
    }
}
