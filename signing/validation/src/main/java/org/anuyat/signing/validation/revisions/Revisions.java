package org.anuyat.signing.validation.revisions;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.anuyat.signing.api.validation.RevisionChange;
import org.anuyat.signing.api.validation.RevisionChange.Kind;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * What later revisions of a file define anew of what a signature covers, found by the objects and not by the paths that lead to them:
 * whoever follows paths overlooks that pages or layers were put in another order, that what several pages share was replaced for one
 * of them, or that a signature was hidden.
 */
public final class Revisions {

    private final byte[] bytes;
    private final Sameness sameness = new Sameness();

    /** Takes a file. */
    public Revisions(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * The changes that aren't allowed.
     *
     * @param signedTo offset after the last byte of the signed revision
     * @param signedLater objects of the fields that were signed after it, such as "33 0 R"
     * @throws TooComplex if comparing takes too many steps, all calls together
     */
    public List<RevisionChange> after(long signedTo, Set<String> signedLater) {
        if (signedTo <= 0 || signedTo >= bytes.length) {
            return List.of();
        }
        try (PDDocument signed = Loader.loadPDF(Arrays.copyOf(bytes, (int) signedTo));
                PDDocument last = Loader.loadPDF(bytes)) {
            return new Comparison(signed.getDocument(), last.getDocument(), bytes, signedTo, signedLater, sameness).changes();
        } catch (IOException e) {
            // what was signed can't be read by itself: the rest makes it what it is
            return List.of(new RevisionChange(Kind.OTHER, "/"));
        }
    }
}
