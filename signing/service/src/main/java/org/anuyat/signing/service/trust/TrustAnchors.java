package org.anuyat.signing.service.trust;

import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.anuyat.signing.service.OnlyHere;
import org.anuyat.signing.service.SigningSettings;
import org.anuyat.signing.service.demonstration.DemonstrationAuthority;
import org.anuyat.signing.validation.certificates.CertificateFiles;
import org.anuyat.signing.validation.certificates.CertificateInfos;
import org.anuyat.signing.validation.certificates.DemonstrationLabel;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The trusted roots: the files of one folder, read at start, and the demonstration root in demonstration mode. */
@Component
@OnlyHere
public class TrustAnchors {

    private static final Logger LOG = LoggerFactory.getLogger(TrustAnchors.class);

    private static final int LONGEST_SEARCH = 16;

    private final List<X509Certificate> certificates = new ArrayList<>();

    TrustAnchors(SigningSettings settings, ObjectProvider<DemonstrationAuthority> demonstration) {
        @Nullable DemonstrationAuthority authority = demonstration.getIfAvailable();
        if (settings.trustAnchors() != null) {
            CertificateFiles.in(settings.trustAnchors()).forEach(certificate -> {
                if (DemonstrationLabel.isOn(certificate) && authority == null) {
                    throw new IllegalStateException("The folder %s (anuyat.signing.trust-anchors) holds a demonstration "
                                    .formatted(settings.trustAnchors())
                            + "root, which is only possible with anuyat.mode=demonstration");
                }
                NationalRoots.requireGenuine(certificate);
                certificates.add(certificate);
            });
        }
        if (authority != null && !certificates.contains(authority.rootCertificate())) {
            certificates.add(authority.rootCertificate());
        }
        certificates.sort(Comparator.comparing(
                certificate -> certificate.getSubjectX500Principal().getName()));
        certificates.forEach(certificate -> LOG.info(
                "Trusting {} with SHA-256 {}",
                certificate.getSubjectX500Principal(),
                CertificateInfos.sha256(certificate)));
    }

    /** The roots, in the order of their names. */
    public List<X509Certificate> certificates() {
        return List.copyOf(certificates);
    }

    /**
     * Whether a certificate ends in one of the roots.
     *
     * @param known certificates that may be between them
     */
    public boolean cover(X509Certificate certificate, List<X509Certificate> known) {
        return !chain(certificate, known).isEmpty();
    }

    /**
     * The certificates from this one to a root, both included; empty when it ends in none.
     *
     * @param known certificates that may be between them
     */
    public List<X509Certificate> chain(X509Certificate certificate, List<X509Certificate> known) {
        return chain(certificate, known, new HashSet<>());
    }

    /** Tries every issuer: one that others certified across may have several certificates, not all of which end in a root here. */
    private List<X509Certificate> chain(
            X509Certificate certificate, List<X509Certificate> known, Set<X509Certificate> tried) {
        if (certificates.contains(certificate)) {
            return List.of(certificate);
        }
        for (X509Certificate root : certificates) {
            if (issued(root, certificate)) {
                return List.of(certificate, root);
            }
        }
        if (tried.size() == LONGEST_SEARCH || !tried.add(certificate)) {
            return List.of();
        }
        for (X509Certificate issuer : known) {
            List<X509Certificate> rest =
                    !tried.contains(issuer) && issued(issuer, certificate) ? chain(issuer, known, tried) : List.of();
            if (!rest.isEmpty()) {
                List<X509Certificate> chain = new ArrayList<>(rest);
                chain.add(0, certificate);
                return chain;
            }
        }
        return List.of();
    }

    private static boolean issued(X509Certificate issuer, X509Certificate certificate) {
        if (!issuer.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
            return false;
        }
        try {
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** The roots as the validator wants them. */
    public CommonTrustedCertificateSource source() {
        CommonTrustedCertificateSource source = new CommonTrustedCertificateSource();
        certificates.forEach(certificate -> source.addCertificate(new CertificateToken(certificate)));
        return source;
    }
}
