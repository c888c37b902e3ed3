package org.anuyat.workflow.submission.confirmation;

import java.util.UUID;
import org.anuyat.workflow.submission.drafts.Progress;

/** Something is missing or wrong, so the draft cannot be confirmed yet. */
public class NotReady extends RuntimeException {

    private final UUID draftId;
    private final transient Progress progress;

    NotReady(UUID draftId, Progress progress) {
        super("draft " + draftId + " is not complete");
        this.draftId = draftId;
        this.progress = progress;
    }

    /** Which draft. */
    public UUID draftId() {
        return draftId;
    }

    /** What is left to do. */
    public Progress progress() {
        return progress;
    }
}
