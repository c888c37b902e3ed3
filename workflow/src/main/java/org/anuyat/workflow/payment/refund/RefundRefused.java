package org.anuyat.workflow.payment.refund;

/** A proposal is not taken, or not decided. Message bundles hold a text for each reason. */
public class RefundRefused extends RuntimeException {

    private final Reason reason;

    RefundRefused(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Why not. */
    public enum Reason {
        /** There is no such proposal in the agency. */
        UNKNOWN,
        /** Another proposal for this money waits, or is being carried out. */
        UNDER_WAY,
        /** Somebody decided before. */
        DECIDED,
        /** Who proposed it may not approve it (หลักการสอบทานระหว่างกัน). */
        SAME_OFFICER
    }
}
