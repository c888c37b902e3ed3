package org.anuyat.workflow.papers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The port through which a paper gets the agency's electronic seal (ตราประทับอิเล็กทรอนิกส์). */
public interface PaperSeal {

    /**
     * Seals a paper. Called outside of transactions; the same key again gives the same sealed paper.
     *
     * @param key names the act of sealing
     * @param agency whose seal
     * @param reason as PDF viewers show it
     * @throws RuntimeException when it can't be sealed now; the job tries again
     */
    SealedPaper seal(String key, String agency, PaperKind kind, byte[] pdf, String reason);

    /**
     * Asks what was added to a paper since. Called outside of transactions.
     *
     * @param key as it was sealed under
     * @param sha256 of the form that the platform has, lower-case hexadecimal
     * @throws RuntimeException when it can't be asked now; it is asked again
     */
    Further further(String key, String sha256);

    /**
     * What came to a sealed paper.
     *
     * @param followed whether the signing service adds to papers of this kind at all
     * @param complete whether it has all that it is to have, until its archive time stamp is renewed
     * @param pdf its latest form; null when it is the one that the platform has
     */
    record Further(boolean followed, boolean complete, byte @Nullable [] pdf) {}

    /**
     * A sealed paper.
     *
     * @param signer the certificate's common name
     */
    record SealedPaper(byte[] pdf, String signer, Instant sealedAt) {}
}
