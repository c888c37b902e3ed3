package org.anuyat.payments.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Confirmed money that doesn't fit a bill (รายการรับเงินที่ไม่ตรงกับใบแจ้งการชำระเงิน), waiting for the finance officer or settled by one.
 *
 * @param billId the bill whose references the payer used; null when there is none
 * @param applicationNumber the platform's reference of that bill
 * @param billAmountSatang what that bill asks for; null when there is none
 * @param settlement null as long as nobody decided
 */
public record Discrepancy(
        UUID id,
        Kind kind,
        String agency,
        String billerId,
        String reference1,
        String reference2,
        @Nullable UUID billId,
        @Nullable String applicationNumber,
        @Nullable Long billAmountSatang,
        Bill.Payment payment,
        Instant foundAt,
        @Nullable Settlement settlement,
        @Nullable Instant settledAt) {

    /** Why the money doesn't fit. */
    public enum Kind {
        /** No bill of this biller bears these references. */
        UNMATCHED,
        /** The bill holds money already. */
        DOUBLE,
        /** The bank took the money after the due time. */
        LATE,
        /** Another amount than the bill's; the money is on the bill. */
        WRONG_AMOUNT,
        /** The bill had been cancelled. */
        AFTER_CANCELLATION
    }

    /**
     * A page of the queue, oldest first.
     *
     * @param number of this page, from 0
     * @param total entries on all pages
     */
    public record Page(List<Discrepancy> entries, int number, int size, long total) {

        public Page {
            entries = List.copyOf(entries);
        }
    }
}
