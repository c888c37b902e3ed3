package org.anuyat.workflow.review.inspection;

import java.time.Instant;

/** The result of an inspection can't be recorded before the inspection's time. */
public final class TooEarly extends RuntimeException {

    private final Instant appointed;

    TooEarly(String number, Instant appointed) {
        super("the place of " + number + " is inspected at " + appointed);
        this.appointed = appointed;
    }

    /** When the officer is to come. */
    public Instant appointed() {
        return appointed;
    }
}
