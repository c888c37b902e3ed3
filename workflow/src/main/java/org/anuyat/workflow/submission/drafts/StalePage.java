package org.anuyat.workflow.submission.drafts;

/** Somebody, perhaps the same person in another window, changed it after this page was shown. Nothing was changed now. */
public class StalePage extends RuntimeException {

    private final Draft draft;

    public StalePage(Draft draft) {
        super("draft " + draft.id() + " was changed in the meantime");
        this.draft = draft;
    }

    /** How it stands now. */
    public Draft draft() {
        return draft;
    }
}
