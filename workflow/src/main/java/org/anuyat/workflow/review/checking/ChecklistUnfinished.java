package org.anuyat.workflow.review.checking;

import java.util.List;

/** Points are still to be looked at, or their findings do not allow what was asked for. */
public final class ChecklistUnfinished extends RuntimeException {

    /** What is amiss. Message bundles hold a text for each. */
    public enum Reason {
        /** Not every point was looked at: all defects are to be said at once. */
        OPEN_POINTS,
        /** Found complete although there are defects. */
        DEFECTS,
        /** Corrections are asked for although there are no defects. */
        NO_DEFECTS
    }

    private final Reason reason;
    private final List<String> points;

    ChecklistUnfinished(Reason reason, List<String> points) {
        super(reason + ": " + points);
        this.reason = reason;
        this.points = List.copyOf(points);
    }

    public Reason reason() {
        return reason;
    }

    /** Keys of the points in question. */
    public List<String> points() {
        return points;
    }
}
