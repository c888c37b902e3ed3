package org.anuyat.signing.service.trust;

import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.DSSRevocationUtils;
import eu.europa.esig.dss.spi.x509.revocation.ocsp.OCSPToken;
import java.security.cert.CertificateParsingException;
import java.util.List;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who may say whether a certificate was revoked: its issuer, or whom the issuer certified for that (RFC 6960, 4.2.2.2). The library
 * takes everybody's answer whom the issuer certified for anything, such as each other customer of the authority.
 */
final class Responders {

    private static final Logger LOG = LoggerFactory.getLogger(Responders.class);

    private Responders() {}

    /** Whether an answer is of somebody who may give it, and might when it was signed. */
    static boolean mayGive(OCSPToken answer, CertificateToken issuer) {
        CertificateToken by = answer.getIssuerCertificateToken();
        boolean may = by != null
                && DSSRevocationUtils.checkIssuerValidAtRevocationProductionTime(answer, by)
                && (by.equals(issuer) || by.isSignedBy(issuer) && isResponder(by));
        if (!may) {
            LOG.warn("An answer of {} about a certificate of {} isn't taken: that isn't its responder",
                    by == null ? "an unknown signer" : by.getSubject().getPrincipal(),
                    issuer.getSubject().getPrincipal());
        }
        return may;
    }

    private static boolean isResponder(CertificateToken certificate) {
        try {
            List<String> purposes = certificate.getCertificate().getExtendedKeyUsage();
            return purposes != null && purposes.contains(KeyPurposeId.id_kp_OCSPSigning.getId());
        } catch (CertificateParsingException e) {
            return false;
        }
    }
}
