package org.anuyat.signing.api;

import java.time.Instant;

/**
 * A document with its seal.
 *
 * @param pdf the bytes of the order followed by one incremental update; must be kept byte for byte
 * @param level what the signature reached
 * @param signer common name of the certificate
 * @param certificateSha256 SHA-256 over the certificate's DER, 64 lower-case hexadecimal digits
 * @param sealedAt the time of signing that the signature claims, in whole seconds
 */
public record SealedDocument(
        byte[] pdf, SignatureLevel level, String signer, String certificateSha256, Instant sealedAt) {}
