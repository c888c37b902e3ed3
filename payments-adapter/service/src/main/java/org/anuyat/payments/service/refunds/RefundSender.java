package org.anuyat.payments.service.refunds;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.anuyat.payments.service.Chore;
import org.anuyat.payments.service.PaymentsPart;
import org.anuyat.payments.service.PaymentsSettings;
import org.anuyat.payments.service.PaymentsSettings.Agency;
import org.anuyat.payments.service.banks.Bank;
import org.anuyat.payments.service.banks.BankAway;
import org.anuyat.payments.service.banks.Banks;
import org.anuyat.payments.service.banks.RefundAnswer;
import org.anuyat.payments.service.banks.RefundRequest;
import org.anuyat.payments.service.refunds.RefundBook.Waiting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Orders refunds at the bank, and asks until it has confirmed them. A process that dies in between leaves the order to the others. */
@PaymentsPart("paymentsRefundSender")
class RefundSender implements Chore {

    private static final Logger LOG = LoggerFactory.getLogger(RefundSender.class);

    private final RefundBook book;
    private final RefundDesk desk;
    private final Banks banks;
    private final PaymentsSettings settings;

    RefundSender(RefundBook book, RefundDesk desk, Banks banks, PaymentsSettings settings) {
        this.book = book;
        this.desk = desk;
        this.banks = banks;
        this.settings = settings;
    }

    @Override
    public boolean doOne() {
        Optional<Waiting> waiting = book.claim(settings.lease());
        waiting.ifPresent(this::ask);
        return waiting.isPresent();
    }

    private void ask(Waiting refund) {
        String transactionId = refund.transactionId();
        if (transactionId == null) {
            book.byHand(refund.id());
            return;
        }
        Duration pause = settings.pauseAfter(refund.tries());
        try {
            RefundAnswer answer =
                    bank(refund).refund(new RefundRequest(refund.id().toString(), transactionId, refund.amountSatang()));
            switch (answer.state()) {
                case ACCEPTED -> book.accepted(refund.id(), Objects.requireNonNull(answer.bankReference()), pause);
                case DONE -> desk.done(
                        refund.id(), Objects.requireNonNull(answer.bankReference()), Objects.requireNonNull(answer.at()), null);
                case REFUSED -> {
                    LOG.warn("The bank refused refund {}: {}", refund.id(), answer.reason());
                    desk.refused(refund.id(), String.valueOf(answer.reason()));
                }
                case BY_HAND -> book.byHand(refund.id());
            }
        } catch (BankAway e) {
            LOG.warn("Refund {} waits for the bank (try {}): {}", refund.id(), refund.tries(), e.getMessage());
            book.again(refund.id(), pause, String.valueOf(e.getMessage()));
        }
    }

    /** The agency's bank that took the payment. */
    private Bank bank(Waiting refund) {
        Agency agency = settings.agencies().get(refund.agency());
        return (agency == null ? Set.<String>of() : agency.banks())
                .stream()
                .map(banks::named)
                .filter(bank -> bank.code().equals(refund.bankCode()))
                .findFirst()
                .orElseThrow(() -> new BankAway("the agency " + refund.agency() + " has no bank set up with the code " + refund.bankCode()));
    }
}
