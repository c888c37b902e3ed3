package org.anuyat.signing.validation;

import eu.europa.esig.dss.diagnostic.AbstractSignatureWrapper;
import eu.europa.esig.dss.diagnostic.CertificateRevocationWrapper;
import eu.europa.esig.dss.diagnostic.CertificateWrapper;
import eu.europa.esig.dss.enumerations.RevocationType;

/**
 * Who answered (OCSP) whether the certificates behind a signature were revoked. Only the issuer may, or whom it certified for that
 * (RFC 6960, 4.2.2.2); DSS takes answers of whomever the issuer certified for anything, so that a thief of a revoked key could bring
 * an answer that an accomplice with any certificate of the same authority has made.
 */
final class Responders {

    private Responders() {}

    /** Whether there is an answer about one of its certificates by somebody who may not give it. */
    static boolean anyUnfit(AbstractSignatureWrapper signature) {
        return signature.getCertificateChain().stream()
                .anyMatch(certificate -> certificate.getCertificateRevocationData().stream()
                        .anyMatch(answer -> !mayGive(answer, certificate)));
    }

    private static boolean mayGive(CertificateRevocationWrapper answer, CertificateWrapper certificate) {
        CertificateWrapper by = answer.getSigningCertificate();
        // lists are signed by the issuer or not taken, and what nobody known has signed isn't taken either
        return answer.getRevocationType() != RevocationType.OCSP
                || by == null
                || by.equals(certificate.getSigningCertificate())
                || by.isIdKpOCSPSigning();
    }
}
