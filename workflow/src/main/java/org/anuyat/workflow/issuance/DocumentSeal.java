package org.anuyat.workflow.issuance;

import java.time.Instant;

/** The port through which a document gets the agency's electronic seal (ตราประทับอิเล็กทรอนิกส์). */
public interface DocumentSeal {

    /**
     * Seals a document. Called outside of transactions; the same key again gives the same sealed document.
     *
     * @param key names the act of sealing
     * @param agency whose seal
     * @param reason as PDF viewers show it
     * @param location as PDF viewers show it
     * @throws RuntimeException when it can't be sealed now; the job tries again
     */
    Sealed seal(String key, String agency, byte[] pdf, String reason, String location);

    /**
     * A sealed document.
     *
     * @param signer the certificate's common name
     */
    record Sealed(byte[] pdf, String signer, Instant sealedAt) {}
}
