package org.anuyat.workflow.submission.attachments;

/** No more files are taken for this requirement. */
public class TooManyFiles extends RuntimeException {

    private final int most;

    public TooManyFiles(String documentKey, int most) {
        super("at most " + most + " files for " + documentKey);
        this.most = most;
    }

    /** How many there may be. */
    public int most() {
        return most;
    }
}
