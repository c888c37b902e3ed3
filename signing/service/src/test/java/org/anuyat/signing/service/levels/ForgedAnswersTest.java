package org.anuyat.signing.service.levels;

import static org.anuyat.signing.service.levels.Following.NEVER;
import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.MimeTypeEnum;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.service.crl.OnlineCRLSource;
import eu.europa.esig.dss.service.ocsp.OnlineOCSPSource;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.anuyat.signing.api.validation.Reason;
import org.anuyat.signing.api.validation.ValidationReport;
import org.anuyat.signing.api.validation.Verdict;
import org.anuyat.signing.service.authority.Identity;
import org.anuyat.signing.service.authority.NetworkAuthority;
import org.anuyat.signing.service.authority.Responder;
import org.anuyat.signing.service.authority.Responder.Says;
import org.anuyat.signing.service.stamps.TimeStamps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;

/** A stolen key whose certificate was revoked, and a document that brings its own answer about that. */
class ForgedAnswersTest {

    @TempDir
    Path home;

    @Test
    void an_answer_that_an_accomplice_with_another_certificate_of_the_authority_signed_convinces_nobody() throws Exception {
        try (NetworkAuthority authority = new NetworkAuthority()) {
            Identity stolen = authority.seal();
            try (Following service = Following.start(
                    WebApplicationType.NONE,
                    home.resolve("service"),
                    Stream.concat(authority.settings(home, stolen).stream(), Stream.of(NEVER)))) {
                byte[] sealed = service.seal("permit/forged").pdf();
                Responder honest = new Responder(authority.responder(true));
                Identity accomplice = authority.seal();
                authority.answerWith(new Responder(accomplice, Duration.ZERO, Duration.ZERO, Says.ALWAYS_GOOD));
                // the list about the accomplice is from before the revocation
                authority.listsMade(Duration.ofMinutes(10));
                Thread.sleep(1100);
                byte[] forged = archived(sealed, authority, accomplice, service.service().getBean(TimeStamps.class));
                authority.answerWith(honest);
                authority.listsMade(Duration.ZERO);
                authority.revoke(stolen.certificate(), Instant.now().minus(Duration.ofMinutes(5)));

                ValidationReport report = service.validate(forged);
                assertThat(report.verdict()).as("%s", report.reasons()).isNotEqualTo(Verdict.VALID);
                assertThat(report.reasons()).contains(Reason.REVOCATION_UNKNOWN);
                assertThat(service.validate(sealed).reasons()).contains(Reason.CERTIFICATE_REVOKED);
            }
        }
    }

    /** As anybody can do with the library by itself, which takes such answers. */
    private static byte[] archived(
            byte[] sealed, NetworkAuthority authority, Identity accomplice, TimeStamps stamps) {
        CommonTrustedCertificateSource trusted = new CommonTrustedCertificateSource();
        trusted.addCertificate(new CertificateToken(authority.root()));
        CommonCertificateVerifier verifier = new CommonCertificateVerifier();
        verifier.setTrustedCertSources(trusted);
        verifier.setAIASource(null);
        // nobody answers about himself
        OnlineOCSPSource responses = new OnlineOCSPSource();
        verifier.setOcspSource((certificate, issuer) -> certificate.getCertificate().equals(accomplice.certificate())
                ? null
                : responses.getRevocationToken(certificate, issuer));
        verifier.setCrlSource(new OnlineCRLSource());
        PAdESSignatureParameters parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.PAdES_BASELINE_LTA);
        parameters.getArchiveTimestampParameters().setDigestAlgorithm(DigestAlgorithm.SHA256);
        PAdESService service = new PAdESService(verifier);
        service.setPdfObjFactory(new PdfBoxNativeObjectFactory());
        service.setTspSource(stamps);
        return DSSUtils.toByteArray(service.extendDocument(
                new InMemoryDocument(sealed, "document.pdf", MimeTypeEnum.PDF), parameters));
    }
}
