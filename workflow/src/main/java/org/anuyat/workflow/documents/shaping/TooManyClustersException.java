package org.anuyat.workflow.documents.shaping;

/**
 * A document has more different letters with marks than there are tokens. Real papers have some hundreds, and all of what Thai
 * can spell stays below; only nonsense gets here.
 */
public final class TooManyClustersException extends RuntimeException {

    TooManyClustersException(int most) {
        super("More than " + most + " different letters with marks in one document");
    }
}
