package org.anuyat.workflow.submission.corrections;

/** Another window changed the corrections after this page was shown, or something is still to be done. Nothing was sent in. */
public class CorrectionChanged extends RuntimeException {

    private final transient Correction correction;

    CorrectionChanged(Correction correction) {
        super("corrections of " + correction.applicationNumber() + " are not as they were shown");
        this.correction = correction;
    }

    /** How the corrections stand now. */
    public Correction correction() {
        return correction;
    }
}
