package org.anuyat.workflow.submission.drafts;

import java.util.UUID;

/** There is no such draft: it never was, it expired, it was removed, or it is somebody else's. */
public class UnknownDraft extends RuntimeException {

    public UnknownDraft(UUID id) {
        super("no draft " + id + " for this person");
    }
}
