package org.anuyat.signing.api.validation;

/**
 * Why a document isn't valid. Stable codes; texts for people are in {@code messages/signing_*.properties} under
 * {@code signing.reason.<code>}. Declared in the order of importance.
 */
public enum Reason {
    /** The bytes aren't a PDF. */
    NOT_A_PDF(Verdict.INDETERMINATE),
    /** The file is encrypted, so that it can't be examined. */
    ENCRYPTED(Verdict.INDETERMINATE),
    /** The file is larger than the service examines. */
    TOO_LARGE(Verdict.INDETERMINATE),
    /** More pages than the service examines. */
    TOO_MANY_PAGES(Verdict.INDETERMINATE),
    /** More revisions or signatures than the service examines. */
    TOO_MANY_REVISIONS(Verdict.INDETERMINATE),
    /** The file is built so that examining it takes too much time or memory. */
    TOO_COMPLEX(Verdict.INDETERMINATE),
    /** A PDF whose structure is broken. */
    DAMAGED(Verdict.INDETERMINATE),

    /** The end of the file is missing: its last bytes, or a signature that an earlier one announced. */
    CUT_OFF(Verdict.INVALID),
    /** A signature that the file once had is gone. */
    SIGNATURE_REMOVED(Verdict.INVALID),
    /** The signed bytes were changed. */
    SIGNED_BYTES_CHANGED(Verdict.INVALID),
    /** The signature value doesn't belong to the certificate, or the signature is malformed. */
    SIGNATURE_BROKEN(Verdict.INVALID),
    /** What a page shows was changed after signing. */
    PAGE_CONTENT_CHANGED(Verdict.INVALID),
    /** Pages were added, removed or moved after signing. */
    PAGES_CHANGED(Verdict.INVALID),
    /** An embedded file was changed after signing. */
    ATTACHMENT_CHANGED(Verdict.INVALID),
    /** An annotation was added or changed after signing. */
    ANNOTATION_CHANGED(Verdict.INVALID),
    /** A form field was added or changed after signing. */
    FORM_FIELD_CHANGED(Verdict.INVALID),
    /** A signature's field was moved or repainted after signing. */
    SIGNATURE_FIELD_CHANGED(Verdict.INVALID),
    /** Something else was changed after signing. */
    CHANGED_AFTER_SIGNING(Verdict.INVALID),
    /** Bytes follow the last signature. */
    NOT_COVERED_TO_THE_END(Verdict.INVALID),

    /** The certificate was revoked. */
    CERTIFICATE_REVOKED(Verdict.INDETERMINATE),
    /** The certificate had expired or wasn't valid yet. */
    CERTIFICATE_EXPIRED(Verdict.INDETERMINATE),
    /** No trusted authority vouches for the signer. */
    UNTRUSTED_SIGNER(Verdict.INDETERMINATE),
    /** No trusted authority vouches for the time stamp. */
    UNTRUSTED_TIME_STAMP(Verdict.INDETERMINATE),
    /** It can't be found out whether the certificate was revoked. */
    REVOCATION_UNKNOWN(Verdict.INDETERMINATE),
    /** The algorithms aren't secure enough for the time of signing. */
    WEAK_ALGORITHM(Verdict.INDETERMINATE),
    /** Another rule of the policy isn't met; the ETSI report says which. */
    POLICY_NOT_MET(Verdict.INDETERMINATE),
    /** There is no signature. */
    NO_SIGNATURE(Verdict.NO_SIGNATURE);

    private final Verdict verdict;

    Reason(Verdict verdict) {
        this.verdict = verdict;
    }

    /** The mildest verdict that it allows. */
    public Verdict verdict() {
        return verdict;
    }
}
