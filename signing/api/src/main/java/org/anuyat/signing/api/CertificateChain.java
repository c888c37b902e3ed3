package org.anuyat.signing.api;

import java.util.List;

/**
 * A certificate with its issuers.
 *
 * @param demonstration whether it is from the demonstration authority, which nobody should trust
 * @param certificates the certificate first, the root last
 */
public record CertificateChain(boolean demonstration, List<CertificateInfo> certificates) {

    /** Copies the list. */
    public CertificateChain {
        certificates = List.copyOf(certificates);
    }
}
