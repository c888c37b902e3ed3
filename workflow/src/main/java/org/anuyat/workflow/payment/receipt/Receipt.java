package org.anuyat.workflow.payment.receipt;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A receipt (ใบเสร็จรับเงิน). Once given, its number stays, whatever becomes of it.
 *
 * @param number agency / last two digits of the Buddhist-era fiscal year / running number
 * @param payer as a replacement names the payer; null where the applicant is the payer
 * @param payerAddress in one line, ending in a postcode; null where the receipt bears none
 * @param replacing what it replaces; null for an original
 * @param cancellation null as long as it is valid
 * @param file its document as it was given, once that is made
 * @param cancelledFile the document marked as cancelled, once that is made
 */
public record Receipt(
        String number,
        String agency,
        String applicationNumber,
        Instant issuedAt,
        @Nullable String payer,
        @Nullable String payerAddress,
        @Nullable Replacing replacing,
        @Nullable Cancellation cancellation,
        @Nullable UUID file,
        @Nullable UUID cancelledFile) {

    /**
     * Why another receipt was replaced by this one.
     *
     * @param number of the cancelled receipt
     * @param issuedAt when that one had been issued
     * @param text the purpose in words, as paper and XML say it
     */
    public record Replacing(String number, Instant issuedAt, Purpose purpose, String text) {}

    /**
     * Why it doesn't count any more.
     *
     * @param officer the officer's account
     */
    public record Cancellation(Instant at, String officer, String officerName, String reason) {}

    /** Whether it counts. */
    public boolean isValid() {
        return cancellation == null;
    }
}
