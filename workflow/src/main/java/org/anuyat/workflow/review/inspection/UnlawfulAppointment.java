package org.anuyat.workflow.review.inspection;

/** An appointment cannot be made like this. */
public final class UnlawfulAppointment extends RuntimeException {

    private final Reason reason;

    UnlawfulAppointment(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** What is amiss. Message bundles hold a text for each. */
    public enum Reason {
        /** It lies in the past. */
        PAST,
        /** It lies outside of office hours or on a holiday. */
        OUTSIDE_OFFICE_HOURS,
        /** Whoever is to inspect is no inspector of the agency. */
        NO_INSPECTOR
    }
}
