package org.anuyat.signing.service.keys;

import org.anuyat.signing.api.SigningProblem;
import org.anuyat.signing.api.SigningRefusal;

/**
 * Whatever can sign with a private key that it doesn't hand out. RSA signatures are PKCS #1 v1.5, ECDSA values DER (ASN.1
 * Ecdsa-Sig-Value). Both methods throw {@link SigningRefusal} {@link SigningProblem#KEY_UNAVAILABLE} when the key can't be used
 * at present.
 */
public interface Signatory {

    /** Signs bytes with SHA-256. */
    byte[] sign(byte[] data);

    /** Signs the SHA-256 of something: 32 bytes. */
    byte[] signHash(byte[] sha256);
}
