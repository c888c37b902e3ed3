package org.anuyat.payments.service.banks;

import java.util.List;
import java.util.Map;

/** A bank that collects bill payments. One class per documented interface. */
public interface Bank {

    /** Three digits of the Bank of Thailand's list. */
    String code();

    /**
     * Reads a callback. What it says is only a reason to ask: it is never posted.
     *
     * @throws UnreadableReport when it isn't in this bank's shape
     */
    PaymentReport read(byte[] callback);

    /** What the bank wants to hear when a callback has been stored: the same for every repetition. */
    Map<String, String> acknowledgement(PaymentReport report);

    /**
     * Asks the bank which payments it took. The only source of money for the books.
     *
     * @throws BankAway when there is no usable answer
     */
    List<BankTransaction> inquire(Inquiry inquiry);

    /**
     * Orders money back to its payer (คืนเงิน), or asks how far an order has come: an order with the same reference is the same order for ever,
     * and is carried out once.
     *
     * @throws BankAway when there is no usable answer; the same order is to be given again
     */
    RefundAnswer refund(RefundRequest request);
}
