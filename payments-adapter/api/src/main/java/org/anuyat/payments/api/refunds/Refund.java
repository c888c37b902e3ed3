package org.anuyat.payments.api.refunds;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Money on its way back to its payer, or there.
 *
 * @param id also the reference that the bank knows the order by
 * @param idempotencyKey of its order
 * @param billId the bill whose references the payer had used; null when there is none
 * @param whole whether nothing of the payment is left
 * @param bankReference how the bank calls it, once it has taken the order
 * @param doneAt when the money left, by the bank's clock
 * @param refusal the bank's words, when it refused
 * @param tries how often the bank was asked
 * @param lastError why the last try told nothing
 */
public record Refund(
        UUID id,
        String idempotencyKey,
        State state,
        String agency,
        String bank,
        String transactionId,
        @Nullable UUID billId,
        @Nullable String applicationNumber,
        long amountSatang,
        boolean whole,
        String proposedBy,
        String approvedBy,
        String reason,
        Instant orderedAt,
        @Nullable String bankReference,
        @Nullable Instant doneAt,
        @Nullable String refusal,
        int tries,
        @Nullable String lastError) {

    /** How far it is. */
    public enum State {
        /** The bank has been, or will be, told; it hasn't confirmed yet. */
        ORDERED,
        /** The bank takes no such orders: it goes there on paper, and an officer enters what became of it. */
        BY_HAND,
        /** The bank has confirmed that the money left. */
        DONE,
        /** The bank refused: the money is where it was before. */
        REFUSED
    }

    /**
     * A page of refunds, newest first.
     *
     * @param number of this page, from 0
     * @param total refunds on all pages
     */
    public record Page(List<Refund> entries, int number, int size, long total) {

        public Page {
            entries = List.copyOf(entries);
        }
    }
}
