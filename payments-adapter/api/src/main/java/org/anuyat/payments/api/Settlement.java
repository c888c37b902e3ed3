package org.anuyat.payments.api;

/**
 * A finance officer's decision about a {@link Discrepancy}.
 *
 * @param officer who decided, as the platform names officers
 * @param reason in the officer's words, 1–1000 characters
 */
public record Settlement(Decision decision, String officer, String reason) {

    public Settlement {
        if (officer.isBlank() || officer.length() > 100) {
            throw new IllegalArgumentException("officer must have 1 to 100 characters");
        }
        if (reason.isBlank() || reason.length() > 1000) {
            throw new IllegalArgumentException("reason must have 1 to 1000 characters");
        }
    }

    /** What happens to the money. */
    public enum Decision {
        /** It counts for its bill, which must be covered by it; the platform gets the notice that the bill is settled. */
        ACCEPT,
        /** It goes back to the payer. Not settled as such: it follows from a refund that two officers ordered. */
        REFUND
    }
}
