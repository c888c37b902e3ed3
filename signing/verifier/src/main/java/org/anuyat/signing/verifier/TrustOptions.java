package org.anuyat.signing.verifier;

import eu.europa.esig.dss.enumerations.RevocationType;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.validation.CertificateVerifier;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.spi.x509.revocation.crl.ExternalResourcesCRLSource;
import eu.europa.esig.dss.spi.x509.revocation.ocsp.ExternalResourcesOCSPSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;
import org.anuyat.signing.validation.certificates.CertificateFiles;
import org.anuyat.signing.validation.certificates.CertificateInfos;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whom the auditor trusts, and what they know about revoked certificates. Nothing is fetched. */
final class TrustOptions {

    @Option(
            names = "--trust",
            required = true,
            paramLabel = "PATH",
            description = "Trusted root certificates: a file or a folder of PEM or DER files. Check their fingerprints first.")
    Path trust = Path.of("");

    @Option(
            names = "--revocation",
            paramLabel = "FOLDER",
            description = "Revocation lists (*.crl) and OCSP answers (*.ocsp) for documents that don't bear their own.")
    @Nullable Path revocation;

    private List<X509Certificate> anchors = List.of();

    /** The trusted roots. */
    List<X509Certificate> anchors() {
        if (anchors.isEmpty()) {
            anchors = Files.isDirectory(trust) ? CertificateFiles.in(trust) : CertificateFiles.of(trust);
            if (anchors.isEmpty()) {
                throw new IllegalStateException("The folder " + trust + " holds no certificate");
            }
        }
        return anchors;
    }

    /** The trusted roots for people: name and fingerprint. */
    List<String> described() {
        return anchors().stream()
                .map(root -> CertificateInfos.commonName(root.getSubjectX500Principal()) + ", SHA-256 "
                        + CertificateInfos.sha256(root))
                .toList();
    }

    /** A verifier for one document. */
    CertificateVerifier verifier() {
        CommonTrustedCertificateSource trusted = new CommonTrustedCertificateSource();
        anchors().forEach(root -> trusted.addCertificate(new CertificateToken(root)));
        CommonCertificateVerifier verifier = new CommonCertificateVerifier();
        verifier.setTrustedCertSources(trusted);
        verifier.setAIASource(null);
        if (revocation != null) {
            verifier.setCrlSource(new ExternalResourcesCRLSource(streams(RevocationType.CRL)));
            verifier.setOcspSource(new ExternalResourcesOCSPSource(streams(RevocationType.OCSP)));
        }
        return verifier;
    }

    private InputStream[] streams(RevocationType type) {
        String ending = type == RevocationType.CRL ? ".crl" : ".ocsp";
        try (Stream<Path> files = Files.list(revocation)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .map(TrustOptions::open)
                    .toArray(InputStream[]::new);
        } catch (IOException e) {
            throw new IllegalStateException("The folder " + revocation + " can't be read", e);
        }
    }

    private static InputStream open(Path file) {
        try {
            return new ByteArrayInputStream(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new IllegalStateException("The file " + file + " can't be read", e);
        }
    }
}
