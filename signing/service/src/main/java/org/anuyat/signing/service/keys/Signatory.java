package org.anuyat.signing.service.keys;

/** Whatever can sign with a private key that it doesn't hand out. */
@FunctionalInterface
public interface Signatory {

    /**
     * Signs bytes with SHA-256; an ECDSA value is DER (ASN.1 Ecdsa-Sig-Value).
     *
     * @throws org.anuyat.signing.api.SigningRefusal {@link org.anuyat.signing.api.SigningProblem#KEY_UNAVAILABLE} when it
     *     can't be used at present
     */
    byte[] sign(byte[] data);
}
