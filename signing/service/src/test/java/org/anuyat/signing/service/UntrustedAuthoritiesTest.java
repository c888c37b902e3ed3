package org.anuyat.signing.service;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.enumerations.MimeTypeEnum;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.TimestampBinary;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.anuyat.signing.api.DocumentKind;
import org.anuyat.signing.api.DocumentSealing;
import org.anuyat.signing.api.SealOrder;
import org.anuyat.signing.api.validation.DocumentValidation;
import org.anuyat.signing.api.validation.Reason;
import org.anuyat.signing.api.validation.ValidationReport;
import org.anuyat.signing.api.validation.Verdict;
import org.anuyat.signing.service.demonstration.DemonstrationTimeStamps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Documents in which nothing was changed, but whose signer or time stamp nobody vouches for (any more). */
class UntrustedAuthoritiesTest {

    private static final Instant NOW = Instant.now();

    @TempDir
    Path folder;

    @Test
    void a_seal_or_a_time_stamp_of_an_unknown_authority_is_refused() {
        byte[] foreign;
        byte[] foreignStamp;
        byte[] own;
        try (ConfigurableApplicationContext here = start("here", NOW);
                ConfigurableApplicationContext stranger = start("stranger", NOW)) {
            own = seal(here);
            foreign = seal(stranger);
            foreignStamp = stamped(own, stranger.getBean(DemonstrationTimeStamps.class));

            assertThat(validate(here, own).verdict()).isEqualTo(Verdict.VALID);
            ValidationReport signer = validate(here, foreign);
            assertThat(signer.verdict()).isEqualTo(Verdict.INDETERMINATE);
            assertThat(signer.reasons()).contains(Reason.UNTRUSTED_SIGNER);
            ValidationReport stamp = validate(here, foreignStamp);
            assertThat(stamp.verdict()).isEqualTo(Verdict.INDETERMINATE);
            assertThat(stamp.reasons()).contains(Reason.UNTRUSTED_TIME_STAMP);
        }
    }

    @Test
    void a_seal_without_time_stamp_ends_with_its_certificate() {
        byte[] sealed;
        try (ConfigurableApplicationContext then = start("years", NOW)) {
            sealed = seal(then);
            assertThat(validate(then, sealed).verdict()).isEqualTo(Verdict.VALID);
        }
        try (ConfigurableApplicationContext later = start("years", NOW.plus(Duration.ofDays(3651)))) {
            ValidationReport report = validate(later, sealed);
            assertThat(report.verdict()).isEqualTo(Verdict.INDETERMINATE);
            assertThat(report.reasons()).contains(Reason.CERTIFICATE_EXPIRED);
        }
    }

    private static byte[] seal(ConfigurableApplicationContext service) {
        return service.getBean(DocumentSealing.class)
                .seal(new SealOrder("order/1", "bma", DocumentKind.ORDER, SamplePermit.pdf(), "", ""))
                .pdf();
    }

    private static byte[] stamped(byte[] sealed, DemonstrationTimeStamps authority) {
        PAdESSignatureParameters parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.PAdES_BASELINE_T);
        PAdESService service = new PAdESService(new CommonCertificateVerifier());
        service.setPdfObjFactory(new PdfBoxNativeObjectFactory());
        service.setTspSource(
                (algorithm, digest) -> new TimestampBinary(authority.stamp(algorithm.getOid(), digest)));
        return DSSUtils.toByteArray(service.extendDocument(
                new InMemoryDocument(sealed, "document.pdf", MimeTypeEnum.PDF), parameters));
    }

    private static ValidationReport validate(ConfigurableApplicationContext service, byte[] document) {
        return service.getBean(DocumentValidation.class).validate(Orders.validate(document));
    }

    private ConfigurableApplicationContext start(String home, Instant at) {
        return new SpringApplicationBuilder(SigningService.class)
                .web(WebApplicationType.NONE)
                .properties(Map.of(
                        "anuyat.mode", "demonstration",
                        "anuyat.signing.home", folder.resolve(home).toString()))
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean(
                                "fixed",
                                Clock.class,
                                () -> Clock.fixed(at, ZoneOffset.UTC),
                                definition -> definition.setPrimary(true)))
                .run();
    }
}
