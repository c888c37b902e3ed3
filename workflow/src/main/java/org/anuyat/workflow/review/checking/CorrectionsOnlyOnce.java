package org.anuyat.workflow.review.checking;

/**
 * Corrections were asked for already. A further request is lawful only when an officer's negligence made it necessary, and
 * that is put on record (Licensing Facilitation Act B.E. 2558 section 8).
 */
public final class CorrectionsOnlyOnce extends RuntimeException {

    CorrectionsOnlyOnce(String number) {
        super("corrections of " + number + " were asked for already");
    }
}
