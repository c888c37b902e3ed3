package org.anuyat.signing.api;

import java.util.Objects;

/**
 * An order to seal one document.
 *
 * @param idempotencyKey names the act that the seal belongs to, for example "permit/2569/000123/1"; 1–200 characters
 * @param agency code of the agency whose seal it gets; 1–64 letters, digits, dots, hyphens and underscores
 * @param kind decides the signature level, by setting
 * @param pdf the finished document; may already bear signatures, must not be encrypted
 * @param reason why it is sealed, in the words that PDF viewers show (the PDF's /Reason); up to 200 characters, may be empty
 * @param location where (the PDF's /Location); up to 200 characters, may be empty
 */
public record SealOrder(
        String idempotencyKey, String agency, DocumentKind kind, byte[] pdf, String reason, String location) {

    /** Refuses missing parts. */
    public SealOrder {
        Objects.requireNonNull(idempotencyKey, "idempotencyKey");
        Objects.requireNonNull(agency, "agency");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(pdf, "pdf");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(location, "location");
    }
}
