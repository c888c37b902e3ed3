package org.anuyat.workflow.submission.signature;

/** The one-time code was not accepted; nothing was confirmed. */
public class CodeRefused extends RuntimeException {

    /** Why. */
    public enum Reason {
        /** Other digits than those that were sent. */
        WRONG,
        /** Its time is over. */
        EXPIRED,
        /** Tried too often; a new one is needed. */
        TOO_MANY_TRIES,
        /** None was asked for yet. */
        NONE_REQUESTED
    }

    private final Reason reason;
    private final int triesLeft;

    CodeRefused(Reason reason, int triesLeft) {
        super(reason.name());
        this.reason = reason;
        this.triesLeft = triesLeft;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }

    /** How often the same code may still be tried. */
    public int triesLeft() {
        return triesLeft;
    }
}
