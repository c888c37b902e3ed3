package org.anuyat.workflow.review.cases;

/** The case changed after the page was made on which an officer acts. Pages answer 409, say who and when, and keep the input. */
public final class StaleCase extends RuntimeException {

    private final ReviewCase now;

    StaleCase(ReviewCase now, int seen) {
        super("version %d of %s was seen, it is %d now".formatted(seen, now.number(), now.version()));
        this.now = now;
    }

    /** The case as it is. */
    public ReviewCase now() {
        return now;
    }
}
