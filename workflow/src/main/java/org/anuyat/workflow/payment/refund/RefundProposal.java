package org.anuyat.workflow.payment.refund;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A proposal to give money back (ข้อเสนอคืนเงิน).
 *
 * @param applicationNumber the application whose bill the money names; null when it names none
 * @param bank code of the bank that took the money
 * @param transactionId its number at that bank
 * @param receivedSatang the whole payment
 * @param amountSatang what is to go back of it
 * @param decision null as long as nobody decided
 * @param refundId of the order in the payments' books, once given
 * @param bankReference how the bank calls the refund, once it is done
 * @param refusal why nothing went back although it was approved
 */
public record RefundProposal(
        UUID id,
        String agency,
        @Nullable String applicationNumber,
        String bank,
        String transactionId,
        long receivedSatang,
        long amountSatang,
        String reason,
        State state,
        Instant proposedAt,
        String proposedBy,
        String proposedByName,
        @Nullable Decision decision,
        @Nullable UUID refundId,
        @Nullable Instant endedAt,
        @Nullable String bankReference,
        @Nullable String refusal) {

    /** How far it is. */
    public enum State {
        /** Waits for a second officer. */
        PROPOSED,
        /** The second officer did not agree; nothing happens to the money. */
        DECLINED,
        /** The bank is being asked, and has not confirmed yet. */
        APPROVED,
        /** The bank has confirmed that the money left. */
        DONE,
        /** The bank, or the payments' books, refused. */
        REFUSED
    }

    /**
     * What the second officer said.
     *
     * @param reason why not; null for an approval
     */
    public record Decision(Instant at, String officer, String officerName, @Nullable String reason) {}

    /** A page of proposals, newest first. */
    public record Page(List<RefundProposal> entries, long total) {

        public Page {
            entries = List.copyOf(entries);
        }
    }

    /** Whether nothing of the payment is to be kept. */
    public boolean isWhole() {
        return amountSatang == receivedSatang;
    }

    /** The key of idempotency of its order. */
    public String key() {
        return "refund/" + id;
    }

    /** What the record of acts keeps of it. */
    Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("amountSatang", amountSatang);
        details.put("reason", reason);
        details.put("bank", bank);
        details.put("transactionId", transactionId);
        details.put("proposedBy", proposedByName);
        if (decision != null) {
            details.put("decidedBy", decision.officerName());
            if (decision.reason() != null) {
                details.put("decisionReason", decision.reason());
            }
        }
        if (bankReference != null) {
            details.put("bankReference", bankReference);
        }
        if (refusal != null) {
            details.put("cause", refusal);
        }
        details.put("proposal", id.toString());
        return details;
    }
}
