package org.anuyat.payments.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.anuyat.payments.api.slips.StatementEntry;

/**
 * A bill and the money that the bank confirmed for it.
 *
 * @param billerId 15 digits: tax ID of the agency and its suffix at the bank
 * @param reference1 unique per biller for ever, last character a check digit, {@code [A-Z0-9]{1,20}}
 * @param reference2 due day of the bill as {@code yyyyMMdd} in Bangkok (Gregorian year)
 * @param paidSatang sum of the payments with {@link Payment.Standing#ON_BILL}, less what goes back of them
 * @param qrPayload text of the Thai QR code (EMVCo merchant-presented, tag 30)
 * @param barcodePayload text of the bill-payment barcode, lines parted by a carriage return
 * @param payments every payment that names this bill's references, oldest first
 */
public record Bill(
        UUID id,
        State state,
        String agency,
        String applicationNumber,
        String billerName,
        String description,
        String payerName,
        String billerId,
        String reference1,
        String reference2,
        long amountSatang,
        long paidSatang,
        Instant due,
        Instant presentedAt,
        String qrPayload,
        String barcodePayload,
        List<Payment> payments) {

    public Bill {
        payments = List.copyOf(payments);
    }

    /** Where a bill stands. Only {@link #PAID} fulfils the duty to pay by itself. */
    public enum State {
        /** Waits for money; also when what came was of another amount, and all of it went back to the payer. */
        OPEN,
        /** The exact amount is on the bill, confirmed by the bank. */
        PAID,
        /** More than the amount is on the bill; the finance officer decides about it. */
        OVERPAID,
        /** Less than the amount is on the bill; the finance officer decides about it. */
        UNDERPAID,
        /** The due time passed without money. */
        EXPIRED,
        /** Withdrawn by the platform before any money came. */
        CANCELLED,
        /** It was settled, and all money that was on it went back to the payer. */
        REFUNDED
    }

    /**
     * One payment at the bank, confirmed by the bank's own inquiry, its file, or the statement of the account.
     *
     * @param bank three-digit code of the collecting bank (SCB is 014)
     * @param transactionId unique at that bank
     * @param paidAt when the bank took the money, by the bank's clock; of money {@link #byStatement} the day alone is meant
     * @param confirmedAt when the inquiry confirmed it
     */
    public record Payment(
            String bank, String transactionId, long amountSatang, Instant paidAt, Instant confirmedAt, Standing standing) {

        /** Whether officers read it on the statement of the account, which tells a day and no time. */
        public boolean byStatement() {
            return StatementEntry.isNumber(transactionId);
        }

        /** Where the money of a payment is held in the books: always exactly one place. */
        public enum Standing {
            /** Counts for the bill. */
            ON_BILL,
            /** Waits in the finance officer's queue. */
            IN_QUEUE,
            /** Ordered back to the payer; the bank hasn't confirmed yet. */
            RETURNING,
            /** Went back to the payer by the officers' decision. */
            REFUNDED
        }
    }
}
