package org.anuyat.signing.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.anuyat.signing.api.DocumentSealing;
import org.anuyat.signing.api.SealedDocument;
import org.anuyat.signing.api.SignatureLevel;
import org.anuyat.signing.api.SigningProblem;
import org.anuyat.signing.api.SigningRefusal;
import org.anuyat.signing.api.levels.SealLevels;
import org.anuyat.signing.api.officer.OfficerOrder;
import org.anuyat.signing.api.officer.OfficerSigning;
import org.anuyat.signing.api.validation.DocumentValidation;
import org.anuyat.signing.api.validation.Reason;
import org.anuyat.signing.api.validation.SignatureFinding;
import org.anuyat.signing.api.validation.ValidationReport;
import org.anuyat.signing.api.validation.Verdict;
import org.anuyat.testing.PdfConformance;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.text.PDFTextStripper;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The approver's signature in its visible field, then the agency's seal. */
@SigningTest
class TwoSignaturesTest {

    @Autowired
    OfficerSigning officers;

    @Autowired
    DocumentSealing sealing;

    @Autowired
    SealLevels levels;

    @Autowired
    DocumentValidation validation;

    @Test
    void an_officer_signs_visibly_and_the_seal_after_it_reaches_its_archive_level(@TempDir Path folder) throws Exception {
        byte[] prepared = PreparedPermit.pdf();
        assertThat(PdfConformance.findings(prepared)).isEmpty();

        SealedDocument signed = officers.sign(order("approval/1", prepared));

        assertThat(signed.signer()).startsWith("bma/nayok");
        assertThat(signed.pdf()).startsWith(prepared);
        assertThat(PdfConformance.findings(signed.pdf())).isEmpty();
        ValidationReport unfinished = validate(signed.pdf());
        assertThat(unfinished.signatures()).singleElement().extracting(SignatureFinding::verdict).isEqualTo(Verdict.VALID);
        assertThat(unfinished.reasons()).as("the seal is still to come").containsExactly(Reason.CUT_OFF);
        try (PDDocument document = Loader.loadPDF(signed.pdf())) {
            PDAnnotationWidget widget = document.getSignatureFields().get(0).getWidgets().get(0);
            assertThat(widget.getRectangle().toString()).isEqualTo(PreparedPermit.PLACE.toString());
            assertThat(widget.getCOSObject().getInt("StructParent")).isEqualTo(1);
            assertThat(document.getSignatureDictionaries().get(0).getReason()).isEqualTo("อนุมัติ");
        }
        assertThat(shown(signed.pdf())).isEqualTo(shown(prepared));

        byte[] sealed = sealing.seal(Orders.seal("permit/two", signed.pdf())).pdf();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> levels.state("permit/two").reached() == SignatureLevel.PAdES_BASELINE_LTA);
        byte[] raised = levels.latest("permit/two").pdf();

        assertThat(raised).startsWith(sealed);
        for (byte[] form : new byte[][] {sealed, raised}) {
            ValidationReport report = validate(form);
            assertThat(report.verdict()).as("%s", report.reasons()).isEqualTo(Verdict.VALID);
            assertThat(report.signatures().get(0).signer()).startsWith("bma/nayok");
            assertThat(report.signatures().get(0).position()).isEqualTo("นายกเทศมนตรี");
            assertThat(report.signatures().get(0).chain().get(0).subject()).contains("title=นายกเทศมนตรี");
            assertThat(report.signatures().get(1).position()).as("the seal is nobody's").isEmpty();
            assertThat(report.signatures().get(0).statedReason()).isEqualTo("อนุมัติ");
            assertThat(report.signatures().get(1).signer()).startsWith("สำนักงานเขตป้อมปราบศัตรูพ่าย");
            assertThat(PdfConformance.findings(form)).isEmpty();
        }
        Files.write(folder.resolve("permit.pdf"), raised);
        assertThat(output(folder, "pdfsig", "permit.pdf"))
                .contains("Signature #1", "Signature #2", "Total document signed")
                .doesNotContain("Signature is Invalid", "Digest Mismatch");
        for (Tampering tampering : Tampering.values()) {
            assertThat(validate(tampering.on(raised)).verdict()).as("%s", tampering).isEqualTo(Verdict.INVALID);
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_is_changed_between_the_officers_signature_and_the_seal_is_refused(Tampering tampering) {
        byte[] signed = officers.sign(order("approval/" + tampering, PreparedPermit.pdf())).pdf();

        ValidationReport report = validate(
                sealing.seal(Orders.seal("between/" + tampering, tampering.on(signed))).pdf());

        assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
    }

    @Test
    void without_the_seals_revision_the_document_is_cut_off() {
        byte[] signed = officers.sign(order("approval/3", PreparedPermit.pdf())).pdf();
        byte[] sealed = sealing.seal(Orders.seal("permit/three", signed)).pdf();

        ValidationReport cut = validate(Arrays.copyOf(sealed, signed.length));
        assertThat(cut.verdict()).isEqualTo(Verdict.INVALID);
        assertThat(cut.reasons()).containsExactly(Reason.CUT_OFF);
        assertThat(cut.signatures()).singleElement().extracting(SignatureFinding::verdict).isEqualTo(Verdict.VALID);
        assertThat(validate(Arrays.copyOf(sealed, sealed.length - 30)).reasons()).contains(Reason.CUT_OFF);
        assertThat(validate(sealed).verdict()).isEqualTo(Verdict.VALID);
    }

    @Test
    void a_repeated_order_gets_the_same_document_and_another_one_under_its_key_none() {
        byte[] prepared = PreparedPermit.pdf();
        byte[] signed = officers.sign(order("approval/4", prepared)).pdf();

        assertThat(officers.sign(order("approval/4", prepared)).pdf()).isEqualTo(signed);
        refused(new OfficerOrder("approval/4", "bma", "hua", PreparedPermit.FIELD, prepared, "อนุมัติ", ""), SigningProblem.KEY_REUSED);
    }

    @Test
    void officers_sign_only_first_and_only_in_a_field_that_shows_who_signs() {
        byte[] prepared = PreparedPermit.pdf();
        refused(order("approval/5", SamplePermit.pdf()), SigningProblem.UNSEALABLE_DOCUMENT);
        refused(
                new OfficerOrder("approval/6", "bma", "nayok", "another", prepared, "", ""),
                SigningProblem.UNSEALABLE_DOCUMENT);
        refused(
                order("approval/7", sealing.seal(Orders.seal(prepared)).pdf()),
                SigningProblem.UNSEALABLE_DOCUMENT);
        refused(
                new OfficerOrder("approval/8", "bma", "../nayok", PreparedPermit.FIELD, prepared, "", ""),
                SigningProblem.UNKNOWN_OFFICER);
    }

    @Test
    void whether_an_officer_can_sign_is_known_before() {
        assertThat(officers.certificate("bma", "nayok").certificates().get(0).commonName()).startsWith("bma/nayok");
        assertThatThrownBy(() -> officers.certificate("bma", "../nayok"))
                .isInstanceOfSatisfying(
                        SigningRefusal.class,
                        refusal -> assertThat(refusal.problem()).isEqualTo(SigningProblem.UNKNOWN_OFFICER));
    }

    private void refused(OfficerOrder order, SigningProblem problem) {
        assertThatThrownBy(() -> officers.sign(order))
                .isInstanceOfSatisfying(
                        SigningRefusal.class, refusal -> assertThat(refusal.problem()).isEqualTo(problem));
    }

    private static OfficerOrder order(String key, byte[] pdf) {
        return new OfficerOrder(key, "bma", "nayok", PreparedPermit.FIELD, pdf, "อนุมัติ", "ประเทศไทย");
    }

    private ValidationReport validate(byte[] document) {
        return validation.validate(Orders.validate(document));
    }

    /** What the field's appearance says. */
    private static String shown(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            document.getDocumentCatalog().getAcroForm(null).flatten();
            return new PDFTextStripper().getText(document);
        }
    }

    private static String output(Path folder, String... command) throws Exception {
        Process process =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return output;
    }
}
