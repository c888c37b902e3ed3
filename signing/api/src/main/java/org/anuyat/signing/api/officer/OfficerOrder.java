package org.anuyat.signing.api.officer;

import java.util.Objects;

/**
 * An order to put an officer's signature on one document.
 *
 * @param idempotencyKey names the act that the signature belongs to; 1–200 characters
 * @param agency code of the officer's agency; 1–64 letters, digits, dots, hyphens and underscores
 * @param officer whose key signs, such as the user name; like the agency's code
 * @param field name of the signature field: empty, with a place on a page and an appearance that shows who signs. The appearance
 *     stays as it is; the platform typesets it, because it is the platform that shapes Thai
 * @param pdf the finished document; must bear no signature yet, because the officer's certifies it (DocMDP 2: nothing but further
 *     signatures)
 * @param reason what the officer authorised, in the words that PDF viewers show; up to 200 characters, may be empty
 * @param location where; up to 200 characters, may be empty
 */
public record OfficerOrder(
        String idempotencyKey,
        String agency,
        String officer,
        String field,
        byte[] pdf,
        String reason,
        String location) {

    /** Refuses missing parts. */
    public OfficerOrder {
        Objects.requireNonNull(idempotencyKey, "idempotencyKey");
        Objects.requireNonNull(agency, "agency");
        Objects.requireNonNull(officer, "officer");
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(pdf, "pdf");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(location, "location");
    }
}
