package org.anuyat.workflow.payment;

import java.time.Instant;
import java.util.UUID;
import org.anuyat.payments.api.slips.StatementEntry;
import org.anuyat.workflow.language.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * The bill for an application's fee (ใบแจ้งการชำระเงิน).
 *
 * @param amountSatang what is to be paid
 * @param legalBasis the provision that sets the fee
 * @param due the last moment to pay
 * @param qrPayload text of the Thai QR code
 * @param barcodePayload text of the bill-payment barcode
 * @param paidAt when the bank took the money; null as long as it isn't paid
 * @param bank code of the bank that took it
 * @param transactionId its number at that bank, or of the statement's line
 * @param receiptNumber of the valid receipt, once paid; null again when it was cancelled and not replaced
 * @param receiptFile the document of that receipt, once it is made
 */
public record FeeBill(
        String applicationNumber,
        String agency,
        UUID billId,
        long amountSatang,
        LocalizedText legalBasis,
        String description,
        String billerId,
        String reference1,
        String reference2,
        String qrPayload,
        String barcodePayload,
        Instant presentedAt,
        Instant due,
        State state,
        @Nullable Instant paidAt,
        @Nullable String bank,
        @Nullable String transactionId,
        @Nullable String receiptNumber,
        @Nullable UUID receiptFile) {

    /** Whether officers read the money on the statement of the account: {@link #paidAt} then tells its day, and no time. */
    public boolean paidByStatement() {
        return transactionId != null && StatementEntry.isNumber(transactionId);
    }

    /** Where a bill stands for the platform. */
    public enum State {
        /** To be paid. */
        OPEN,
        /** Paid, confirmed by the bank. */
        PAID,
        /** Not paid in time. */
        LAPSED,
        /** Closed because the application was withdrawn. */
        CANCELLED,
        /** Paid, and all of it went back to the payer. */
        REFUNDED
    }
}
