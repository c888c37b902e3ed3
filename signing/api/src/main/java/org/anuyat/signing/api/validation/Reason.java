package org.anuyat.signing.api.validation;

/**
 * Why a document isn't valid. Stable codes; texts for people are in {@code messages/signing_*.properties} under
 * {@code signing.reason.<code>}. Declared in the order of importance.
 */
public enum Reason {
    /** The bytes aren't a PDF. */
    NOT_A_PDF,
    /** The file is encrypted, so that it can't be examined. */
    ENCRYPTED,
    /** The file is larger than the service examines. */
    TOO_LARGE,
    /** More pages than the service examines. */
    TOO_MANY_PAGES,
    /** More revisions or signatures than the service examines. */
    TOO_MANY_REVISIONS,
    /** The file is built so that examining it takes too much time or memory. */
    TOO_COMPLEX,
    /** A PDF whose structure is broken. */
    DAMAGED,

    /** The end of the file is missing. */
    CUT_OFF,
    /** A signature that the file once had is gone. */
    SIGNATURE_REMOVED,
    /** The signed bytes were changed. */
    SIGNED_BYTES_CHANGED,
    /** The signature value doesn't belong to the certificate, or the signature is malformed. */
    SIGNATURE_BROKEN,
    /** What a page shows was changed after signing. */
    PAGE_CONTENT_CHANGED,
    /** Pages were added, removed or moved after signing. */
    PAGES_CHANGED,
    /** An embedded file was changed after signing. */
    ATTACHMENT_CHANGED,
    /** An annotation was added or changed after signing. */
    ANNOTATION_CHANGED,
    /** A form field was added or changed after signing. */
    FORM_FIELD_CHANGED,
    /** A signature's field was moved or repainted after signing. */
    SIGNATURE_FIELD_CHANGED,
    /** Something else was changed after signing. */
    CHANGED_AFTER_SIGNING,
    /** Bytes follow the last signature. */
    NOT_COVERED_TO_THE_END,

    /** The certificate was revoked. */
    CERTIFICATE_REVOKED,
    /** The certificate had expired or wasn't valid yet. */
    CERTIFICATE_EXPIRED,
    /** No trusted authority vouches for the signer. */
    UNTRUSTED_SIGNER,
    /** No trusted authority vouches for the time stamp. */
    UNTRUSTED_TIME_STAMP,
    /** It can't be found out whether the certificate was revoked. */
    REVOCATION_UNKNOWN,
    /** The algorithms aren't secure enough for the time of signing. */
    WEAK_ALGORITHM,
    /** Another rule of the policy isn't met; the ETSI report says which. */
    POLICY_NOT_MET,
    /** There is no signature. */
    NO_SIGNATURE
}
