package org.anuyat.signing.api.validation;

/** The outcome of a validation. Everything but {@link #VALID} is a refusal. */
public enum Verdict {
    /** Every signature is valid under a trusted authority, nothing changed afterwards, the last one covers the whole file. */
    VALID,
    /** The document or its signature was changed, cut or broken. */
    INVALID,
    /** It can't be told: the signer's authority isn't trusted, its certificate's state is unknown, or the file can't be examined. */
    INDETERMINATE,
    /** A readable PDF that never had a signature. */
    NO_SIGNATURE
}
