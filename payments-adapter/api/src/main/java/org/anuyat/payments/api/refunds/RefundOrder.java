package org.anuyat.payments.api.refunds;

/**
 * The order to give money back to its payer (คืนเงิน).
 *
 * @param idempotencyKey chosen by the caller, 1–100 characters, the same for every repetition of this order
 * @param agency code of the agency that holds the money
 * @param bank three-digit code of the bank that took the payment
 * @param transactionId the payment at that bank
 * @param amountSatang the whole payment, or what a bill got too much
 * @param proposedBy who proposed it, as the platform names officers
 * @param approvedBy who approved it: somebody else
 * @param reason in the proposer's words, 1–1000 characters
 */
public record RefundOrder(
        String idempotencyKey,
        String agency,
        String bank,
        String transactionId,
        long amountSatang,
        String proposedBy,
        String approvedBy,
        String reason) {

    public RefundOrder {
        within("idempotencyKey", idempotencyKey, 100);
        within("agency", agency, 50);
        within("bank", bank, 10);
        within("transactionId", transactionId, 64);
        within("proposedBy", proposedBy, 100);
        within("approvedBy", approvedBy, 100);
        within("reason", reason, 1_000);
        if (amountSatang < 1) {
            throw new IllegalArgumentException("amountSatang must be at least 1, not " + amountSatang);
        }
        if (proposedBy.equals(approvedBy)) {
            throw new IllegalArgumentException("who approves a refund must not be who proposed it");
        }
    }

    private static void within(String name, String value, int most) {
        if (value.isBlank() || value.length() > most) {
            throw new IllegalArgumentException(name + " must have 1 to " + most + " characters");
        }
    }
}
