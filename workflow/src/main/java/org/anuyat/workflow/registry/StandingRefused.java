package org.anuyat.workflow.registry;

/** An order about a permit was refused. */
public class StandingRefused extends RuntimeException {

    private final Reason reason;

    StandingRefused(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }

    /** Why an order can't be given. */
    public enum Reason {
        /** The agency has no such permit. */
        UNKNOWN_PERMIT,
        /** Only the officer who decides in the end may order it. */
        NOT_YOURS,
        /** The reason or the law is missing, or longer than 2,000 characters. */
        INCOMPLETE,
        /** The end of a suspension lies before today. */
        PAST_DAY,
        /** The permit isn't valid (any more). */
        NOT_VALID,
        /** The permit isn't suspended. */
        NOT_SUSPENDED
    }
}
