package org.anuyat.workflow.payment.slip;

/** A slip is not taken in. Message bundles hold a text for each reason. */
public class SlipNotTaken extends RuntimeException {

    private final Reason reason;

    public SlipNotTaken(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Why not. */
    public enum Reason {
        /** There is no bill, or it is paid. */
        PAID,
        /** As many slips as are taken for a bill are there. */
        TOO_MANY,
        /** The file shows no QR code, and its payer didn't say that there is none. */
        NO_CODE
    }
}
