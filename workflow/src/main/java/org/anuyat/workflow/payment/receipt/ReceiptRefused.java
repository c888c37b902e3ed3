package org.anuyat.workflow.payment.receipt;

/** A receipt isn't cancelled or replaced, because somebody did so before, or it can't be. Message bundles hold a text for each reason. */
public class ReceiptRefused extends RuntimeException {

    private final Reason reason;

    public ReceiptRefused(Reason reason, String number) {
        super(reason + ": " + number);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Why not. */
    public enum Reason {
        /** There is no such receipt in the agency. */
        UNKNOWN,
        /** It is cancelled already. */
        CANCELLED,
        /** It is valid: it has to be cancelled first. */
        VALID,
        /** It was replaced already, or another receipt of the payment is valid. */
        REPLACED,
        /** The money went back to the payer. */
        REFUNDED
    }
}
