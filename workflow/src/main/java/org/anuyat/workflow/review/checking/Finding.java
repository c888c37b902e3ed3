package org.anuyat.workflow.review.checking;

import java.util.Set;

/**
 * What an officer found at one point.
 *
 * @param ok whether it is complete and correct
 * @param remark what is wrong and what to hand in instead; mandatory with a defect, the applicant reads it
 * @param targets ids of the fields and documents to correct; empty with a defect means all of the point
 */
public record Finding(boolean ok, String remark, Set<String> targets) {

    public Finding {
        targets = Set.copyOf(targets);
    }

    /** Complete and correct. */
    public static Finding correct() {
        return new Finding(true, "", Set.of());
    }

    /** Everything that the point is about has to be corrected. */
    public static Finding defect(String remark) {
        return new Finding(false, remark, Set.of());
    }
}
