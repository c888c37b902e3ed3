package org.anuyat.workflow.approval;

/** The same officer would look at a case twice where the law of good administration wants two (หลักการสอบทานระหว่างกัน). */
public final class FourEyes extends RuntimeException {

    private final Reason reason;

    FourEyes(Reason reason, String number) {
        super(reason + " of " + number);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** What the officer did before. Message bundles hold a text for each. */
    public enum Reason {
        /** Gave the opinion over which is decided. */
        RECOMMENDED,
        /** Decided at a lower level. */
        DECIDED_BELOW
    }
}
