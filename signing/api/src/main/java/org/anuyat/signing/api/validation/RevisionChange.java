package org.anuyat.signing.api.validation;

/**
 * One thing that was different in the file after a signature.
 *
 * @param kind what sort of thing
 * @param where path to it inside the PDF, for auditors, for example "/Root/Pages/Kids/0/Contents"
 */
public record RevisionChange(Kind kind, String where) {

    /** Sorts of changes. */
    public enum Kind {
        /** Revocation data was added (PAdES document security store): allowed. */
        VALIDATION_DATA,
        /** A further signature or document time stamp was added: allowed. */
        SIGNATURE_ADDED,
        /** What a page shows. */
        PAGE_CONTENT,
        /** A page was added, removed or moved. */
        PAGES,
        /** An embedded file. */
        ATTACHMENT,
        /** An annotation. */
        ANNOTATION,
        /** A form field or its value. */
        FORM_FIELD,
        /** Place or appearance of a signature's field. */
        SIGNATURE_FIELD,
        /** Title, author and other descriptions. */
        METADATA,
        /** Anything else. */
        OTHER
    }
}
