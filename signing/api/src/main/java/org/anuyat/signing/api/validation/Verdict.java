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
    NO_SIGNATURE;

    /** The graver one of two: invalid, then indeterminate, then no signature, then valid. */
    public Verdict worst(Verdict other) {
        return gravity() >= other.gravity() ? this : other;
    }

    private int gravity() {
        return switch (this) {
            case VALID -> 0;
            case NO_SIGNATURE -> 1;
            case INDETERMINATE -> 2;
            case INVALID -> 3;
        };
    }
}
