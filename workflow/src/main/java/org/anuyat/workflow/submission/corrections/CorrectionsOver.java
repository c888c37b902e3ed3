package org.anuyat.workflow.submission.corrections;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Nothing can be corrected: no round is open, or its deadline has passed. */
public class CorrectionsOver extends RuntimeException {

    private final @Nullable Instant deadline;

    CorrectionsOver(String number, @Nullable Instant deadline) {
        super("no corrections of " + number + " can be made");
        this.deadline = deadline;
    }

    /** The deadline that has passed; null when no round is open. */
    public @Nullable Instant deadline() {
        return deadline;
    }
}
