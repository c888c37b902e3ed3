package org.anuyat.signing.service.keys;

/** What an agency's key is for. A key serves one purpose only, so that no signature can be passed off as another sort. */
public enum KeyUse {
    /** Seals documents: RSA of 3072 bits or more, or ECDSA. */
    SEAL,
    /** Signs for an officer: RSA of 3072 bits or more, or ECDSA. Belongs to {@code agency/officer}. */
    OFFICER,
    /** Signs the compact tokens of QR codes: ECDSA P-256, because RSA signatures don't fit. */
    TOKEN
}
