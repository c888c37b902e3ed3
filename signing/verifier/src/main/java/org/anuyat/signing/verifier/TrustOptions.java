package org.anuyat.signing.verifier;

import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.validation.CertificateVerifier;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.List;
import org.anuyat.signing.api.validation.Reason;
import org.anuyat.signing.validation.certificates.CertificateFiles;
import org.anuyat.signing.validation.certificates.CertificateInfos;
import org.anuyat.signing.verifier.report.Checked;
import org.anuyat.signing.verifier.usage.Misuse;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whom the auditor trusts, and what they know about revoked certificates. Nothing is fetched. */
final class TrustOptions {

    private static final String REVOCATION_UNKNOWN = "signing.reason." + Reason.REVOCATION_UNKNOWN;

    @Option(names = "--trust", required = true, paramLabel = "PATH", descriptionKey = "verifier.option.trust")
    Path trust = Path.of("");

    @Option(names = "--revocation", paramLabel = "FOLDER", descriptionKey = "verifier.option.revocation")
    @Nullable Path revocation;

    private List<X509Certificate> anchors = List.of();
    private @Nullable RevocationFolder known;

    /** Reads the files that are named. */
    void prepare() {
        anchors = certificates(trust);
        if (anchors.isEmpty()) {
            throw new Misuse("verifier.use.no-certificates", trust);
        }
        known = revocation == null ? null : new RevocationFolder(revocation);
    }

    /** The certificates of a file or a folder. */
    static List<X509Certificate> certificates(Path place) {
        try {
            return Files.isDirectory(place) ? CertificateFiles.in(place) : CertificateFiles.of(place);
        } catch (CertificateFiles.Unreadable e) {
            throw new Misuse("verifier.use.certificates", e.place());
        }
    }

    /** The trusted roots. */
    List<X509Certificate> anchors() {
        return anchors;
    }

    /** The revocation lists that are known. */
    List<X509CRL> lists() {
        return known == null ? List.of() : known.lists();
    }

    /** The trusted roots for people: name and fingerprint. */
    List<String> described() {
        return anchors.stream()
                .map(root -> CertificateInfos.commonName(root.getSubjectX500Principal()) + ", SHA-256 "
                        + CertificateInfos.sha256(root))
                .toList();
    }

    /** What the auditor may do where it isn't known whether a certificate was revoked. */
    List<Checked.Finding> hints(List<Checked> all) {
        boolean unknown = all.stream()
                .flatMap(checked -> checked.reasons().stream())
                .anyMatch(reason -> reason.code().equals(REVOCATION_UNKNOWN));
        if (!unknown) {
            return List.of();
        }
        return List.of(
                revocation == null
                        ? new Checked.Finding("verifier.hint.revocation")
                        : new Checked.Finding("verifier.hint.revocation-incomplete", revocation));
    }

    /** A verifier for one document. */
    CertificateVerifier verifier() {
        CommonTrustedCertificateSource trusted = new CommonTrustedCertificateSource();
        anchors.forEach(root -> trusted.addCertificate(new CertificateToken(root)));
        CommonCertificateVerifier verifier = new CommonCertificateVerifier();
        verifier.setTrustedCertSources(trusted);
        verifier.setAIASource(null);
        if (known != null) {
            verifier.setCrlSource(known.listSource());
            verifier.setOcspSource(known.answerSource());
        }
        return verifier;
    }
}
