package org.anuyat.workflow.payment.closing;

/** A day isn't closed, or a decision isn't taken. */
public class ClosingRefused extends RuntimeException {

    private final Reason reason;

    ClosingRefused(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Why not. */
    public enum Reason {
        /** The day is closed: nothing more is decided about it. */
        CLOSED,
        /** Payments of the day are still being entered, or the bank is still being asked about them. */
        ASKING,
        /** There is a difference about which nobody decided. */
        UNDECIDED
    }
}
