package org.anuyat.signing.service.levels;

/** A raised form isn't valid, and no other examination of it will find otherwise. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Refused(String message) {
        super(message);
    }
}
