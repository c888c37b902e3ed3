package org.anuyat.signing.service.levels;

/** It can't be told now whether a raised form is valid; another examination may tell. */
final class Undecided extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Undecided(String message) {
        super(message);
    }

    Undecided(RuntimeException cause) {
        super("The examination failed: " + cause, cause);
    }
}
