package org.anuyat.signing.api;

/** The baseline levels of PAdES, in the spelling of ETSI EN 319 142-1, each holding what the one before holds. */
public enum SignatureLevel {
    /** The signature with its certificates. */
    PAdES_BASELINE_B,
    /** And a time stamp (RFC 3161). */
    PAdES_BASELINE_T,
    /** And the revocation data that a validator needs. */
    PAdES_BASELINE_LT,
    /** And an archive time stamp, renewed before its certificate ends. */
    PAdES_BASELINE_LTA
}
