package org.anuyat.payments.api.slips;

/**
 * An officer's decision about a slip.
 *
 * @param officer who decided, as the platform names officers
 * @param reason in the officer's words, 1–1000 characters; empty with {@link Kind#APPROVE}
 */
public record SlipDecision(Kind kind, String officer, String reason) {

    public SlipDecision {
        if (officer.isBlank() || officer.length() > 100) {
            throw new IllegalArgumentException("officer must have 1 to 100 characters");
        }
        if (reason.length() > 1_000 || (kind != Kind.APPROVE && reason.isBlank())) {
            throw new IllegalArgumentException("reason must have 1 to 1000 characters");
        }
    }

    /** What is decided. */
    public enum Kind {
        /** A finance officer refuses the slip. */
        REFUSE,
        /** A second officer agrees that the money is on the statement: it goes into the books. */
        APPROVE,
        /** A second officer doesn't agree: the slip waits for the finance officer again. */
        DECLINE
    }
}
