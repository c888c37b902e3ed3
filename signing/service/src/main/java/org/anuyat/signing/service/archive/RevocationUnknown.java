package org.anuyat.signing.service.archive;

/** A certificate of a document isn't known to be good. */
public class RevocationUnknown extends RuntimeException {

    RevocationUnknown(String message) {
        super(message);
    }
}
