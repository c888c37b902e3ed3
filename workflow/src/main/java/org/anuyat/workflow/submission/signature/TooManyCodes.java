package org.anuyat.workflow.submission.signature;

import java.time.Instant;

/** The person asked for too many one-time codes within an hour. */
public class TooManyCodes extends RuntimeException {

    private final Instant again;

    TooManyCodes(Instant again) {
        super("no more codes before " + again);
        this.again = again;
    }

    /** When the next one may be asked for. */
    public Instant again() {
        return again;
    }
}
