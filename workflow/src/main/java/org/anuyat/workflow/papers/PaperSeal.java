package org.anuyat.workflow.papers;

import java.time.Instant;

/** The port through which a paper gets the agency's electronic seal (ตราประทับอิเล็กทรอนิกส์). */
@FunctionalInterface
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
     * A sealed paper.
     *
     * @param signer the certificate's common name
     */
    record SealedPaper(byte[] pdf, String signer, Instant sealedAt) {}
}
