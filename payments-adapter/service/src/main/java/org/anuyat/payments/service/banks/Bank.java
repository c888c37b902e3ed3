package org.anuyat.payments.service.banks;

import java.util.Optional;
import org.anuyat.payments.service.banks.calls.BankCall;
import org.anuyat.payments.service.banks.calls.BankMessage;
import org.anuyat.payments.service.banks.calls.BankReply;
import org.anuyat.payments.service.banks.calls.UnreadableReport;
import org.anuyat.payments.service.banks.calls.Verdict;

/**
 * A bank that collects bill payments, or a gateway that does so for banks. One class per documented interface, with the
 * {@link BankAdapter} that opens it.
 */
public interface Bank {

    /** Three digits of the Bank of Thailand's list. */
    String code();

    /**
     * Reads what the bank sent. What it says is only a reason to ask or to wait for the file: it is never posted.
     *
     * @throws UnreadableReport when it isn't in this bank's shape
     */
    BankCall read(BankMessage message);

    /**
     * What the bank wants to hear when its call has been stored: the same for every repetition.
     *
     * @param message what {@code call} was read from, with the headers that some banks want back
     */
    BankReply reply(BankMessage message, BankCall call, Verdict verdict);

    /** How to ask the bank which payments it took; empty when it can't be asked, and its end-of-day file alone confirms. */
    Optional<Inquiries> inquiries();

    /**
     * Orders money back to its payer (คืนเงิน), or asks how far an order has come: an order with the same reference is the same order for ever,
     * and is carried out once.
     *
     * @throws BankAway when there is no usable answer; the same order is to be given again
     */
    RefundAnswer refund(RefundRequest request);

    /**
     * Asks about a slip that a payer showed. What the bank says helps to decide; money is posted by {@link #inquiries} or the file alone.
     *
     * @throws BankAway when there is no usable answer
     */
    SlipAnswer slip(SlipQuestion question);
}
