package org.anuyat.signing.validation.revisions;

/** Comparing the revisions of a file takes more steps than any honest file needs. */
public final class TooComplex extends RuntimeException {

    TooComplex() {
        super("comparing the revisions takes too many steps");
    }
}
