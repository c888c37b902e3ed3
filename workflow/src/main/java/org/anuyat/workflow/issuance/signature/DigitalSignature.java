package org.anuyat.workflow.issuance.signature;

import java.time.Instant;

/** The port through which an officer's own digital signature (ลายมือชื่อดิจิทัล) gets on a document. */
public interface DigitalSignature {

    /**
     * Signs a document. Called outside of transactions; the same key again gives the same signed document.
     *
     * @param key names the act of signing
     * @param officer user name, by which the officer's keys are known
     * @param field the empty signature field of the document
     * @param reason as PDF viewers show it, up to 200 characters
     * @param location as PDF viewers show it
     * @throws RuntimeException when it can't be signed now, also when the officer has no key; the job tries again
     */
    Signed sign(String key, String agency, String officer, String field, byte[] pdf, String reason, String location);

    /**
     * A signed document.
     *
     * @param signer the certificate's common name
     */
    record Signed(byte[] pdf, String signer, Instant signedAt) {}
}
