package org.anuyat.signing.validation.revisions;

import org.anuyat.signing.api.validation.RevisionChange.Kind;

/** What an object is for, and so what it means that it was changed. */
enum Role {
    /** A node of the tree of pages. */
    PAGES(Kind.PAGES),
    /** A page's own dictionary. */
    PAGE(Kind.PAGE_CONTENT),
    /** A page's list of annotations. */
    ANNOTATIONS(Kind.ANNOTATION),
    /** The form's own dictionary. */
    FORM(Kind.FORM_FIELD),
    /** The form's list of fields. */
    FIELDS(Kind.FORM_FIELD),
    /** A signature's field, where it is and how it looks. */
    SIGNATURE_FIELD(Kind.SIGNATURE_FIELD),
    /** Another field. */
    FIELD(Kind.FORM_FIELD),
    /** What else an annotation consists of. */
    ANNOTATION(Kind.ANNOTATION),
    /** What is drawn on a page. */
    CONTENT(Kind.PAGE_CONTENT),
    /** An embedded file. */
    ATTACHMENT(Kind.ATTACHMENT),
    /** What the document says of itself. */
    DESCRIPTION(Kind.OTHER),
    /** A signature, revocation data, and extensions of the format that they want. */
    EVIDENCE(Kind.VALIDATION_DATA),
    /** Anything else that can be reached. */
    OTHER(Kind.OTHER);

    private final Kind kind;

    Role(Kind kind) {
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }
}
