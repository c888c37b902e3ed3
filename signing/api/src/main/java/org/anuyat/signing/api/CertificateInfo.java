package org.anuyat.signing.api;

import java.time.Instant;

/**
 * A certificate as pages show it.
 *
 * @param subject distinguished name (RFC 4514)
 * @param commonName its common name; empty when it has none
 * @param issuer distinguished name of the issuer (RFC 4514)
 * @param serialNumber hexadecimal, lower case
 * @param sha256 fingerprint, 64 lower-case hexadecimal digits
 * @param der the certificate itself, for download
 */
public record CertificateInfo(
        String subject,
        String commonName,
        String issuer,
        String serialNumber,
        Instant notBefore,
        Instant notAfter,
        String sha256,
        byte[] der) {}
