package org.anuyat.signing.service.trust;

import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.validation.CertificateVerifier;
import eu.europa.esig.dss.spi.x509.revocation.RevocationSource;
import eu.europa.esig.dss.spi.x509.revocation.RevocationToken;
import java.security.cert.X509Certificate;
import org.anuyat.signing.service.OnlyHere;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks authorities whether single certificates were revoked. */
@Component
@OnlyHere
public class Revocations {

    private static final Logger LOG = LoggerFactory.getLogger(Revocations.class);

    private final RevocationSources sources;

    Revocations(RevocationSources sources) {
        this.sources = sources;
    }

    /** What authorities say of a certificate. */
    public enum Standing {
        /** Asked, and not revoked. */
        GOOD,
        /** Revoked, or suspended. */
        REVOKED,
        /** No authority answered, or none whose answer is properly signed. */
        UNKNOWN
    }

    /**
     * What the authority says of a certificate, by OCSP or by its list.
     *
     * @param issuer who issued it
     */
    public Standing of(X509Certificate certificate, X509Certificate issuer) {
        CertificateVerifier verifier = sources.verifier();
        CertificateToken token = new CertificateToken(certificate);
        CertificateToken by = new CertificateToken(issuer);
        Standing standing = ask(verifier.getOcspSource(), token, by);
        return standing == Standing.UNKNOWN ? ask(verifier.getCrlSource(), token, by) : standing;
    }

    private static Standing ask(
            @Nullable RevocationSource<?> source, CertificateToken certificate, CertificateToken issuer) {
        try {
            RevocationToken<?> answer = source == null ? null : source.getRevocationToken(certificate, issuer);
            if (answer == null || !answer.isValid() || answer.getStatus() == null || !answer.getStatus().isKnown()) {
                return Standing.UNKNOWN;
            }
            return answer.getStatus().isRevoked() ? Standing.REVOKED : Standing.GOOD;
        } catch (DSSException e) {
            LOG.warn(
                    "An authority doesn't say whether the certificate {} was revoked: {}",
                    certificate.getSubject().getPrincipal(),
                    e.getMessage());
            return Standing.UNKNOWN;
        }
    }
}
