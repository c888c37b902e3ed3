package org.anuyat.workflow.approval.refusal;

import java.util.List;
import org.anuyat.workflow.approval.refusal.RefusalGrounds.Part;

/** An order of refusal lacks parts without which it would be unlawful. */
public final class IncompleteOrder extends RuntimeException {

    private final List<Part> missing;

    IncompleteOrder(List<Part> missing) {
        super("missing: " + missing);
        this.missing = List.copyOf(missing);
    }

    /** What is missing. */
    public List<Part> missing() {
        return missing;
    }
}
