package org.anuyat.signing.api.token;

import org.anuyat.signing.api.validation.Verdict;

/**
 * Why a token isn't valid. Stable codes; texts for people are in {@code messages/signing_*.properties} under
 * {@code signing.token.<code>}.
 */
public enum TokenReason {
    /** The text isn't such a token. */
    NOT_A_TOKEN(Verdict.INDETERMINATE),
    /** The key that it names isn't known here. */
    UNKNOWN_KEY(Verdict.INDETERMINATE),
    /** The signature doesn't belong to the facts: they were changed or forged. */
    SIGNATURE_BROKEN(Verdict.INVALID),
    /** The key belongs to another agency than the one that the facts name. */
    OTHER_AGENCY(Verdict.INVALID),
    /** No trusted authority vouches for the key. */
    UNTRUSTED_SIGNER(Verdict.INDETERMINATE),
    /** The certificate wasn't valid on the day that the facts name as the day of issue. */
    CERTIFICATE_NOT_VALID(Verdict.INDETERMINATE),
    /** The certificate was revoked. */
    CERTIFICATE_REVOKED(Verdict.INDETERMINATE);

    private final Verdict verdict;

    TokenReason(Verdict verdict) {
        this.verdict = verdict;
    }

    /** The verdict that it gives. */
    public Verdict verdict() {
        return verdict;
    }
}
