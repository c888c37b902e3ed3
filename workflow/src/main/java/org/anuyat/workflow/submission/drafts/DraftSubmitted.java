package org.anuyat.workflow.submission.drafts;

import java.util.UUID;

/** The draft became an application already and cannot be changed any more. */
public class DraftSubmitted extends RuntimeException {

    private final UUID draftId;

    public DraftSubmitted(UUID draftId) {
        super("draft " + draftId + " was submitted already");
        this.draftId = draftId;
    }

    /** Which draft. */
    public UUID draftId() {
        return draftId;
    }
}
