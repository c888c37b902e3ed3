package org.anuyat.workflow.review.checking;

import java.util.List;
import org.anuyat.workflow.submission.corrections.CorrectionItem;

/**
 * Corrections were asked for already. A further request is lawful only for what an officer's negligence left out of the first,
 * and that is put on record (Licensing Facilitation Act B.E. 2558 section 8); what was listed already and is still not right
 * leads to a return (section 9).
 */
public final class CorrectionsOnlyOnce extends RuntimeException {

    private final List<CorrectionItem> again;

    CorrectionsOnlyOnce(String number, List<CorrectionItem> again) {
        super("corrections of " + number + " were asked for already" + (again.isEmpty() ? "" : ", of the same"));
        this.again = List.copyOf(again);
    }

    /** The fields and documents that were listed before; empty when only the negligence was not stated. */
    public List<CorrectionItem> again() {
        return again;
    }
}
