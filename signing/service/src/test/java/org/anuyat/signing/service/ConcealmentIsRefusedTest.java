package org.anuyat.signing.service;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.spi.DSSUtils;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.anuyat.signing.api.DocumentSealing;
import org.anuyat.signing.api.officer.OfficerOrder;
import org.anuyat.signing.api.officer.OfficerSigning;
import org.anuyat.signing.api.validation.DocumentValidation;
import org.anuyat.signing.api.validation.Reason;
import org.anuyat.signing.api.validation.ValidationReport;
import org.anuyat.signing.api.validation.Verdict;
import org.anuyat.signing.service.demonstration.DemonstrationTimeStamps;
import org.anuyat.signing.service.revision.Revision;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Changes that are covered by a later signature under a trusted authority: anybody gets a time stamp. */
@SigningTest
class ConcealmentIsRefusedTest {

    private static final int ROOM = 16384;

    @Autowired
    OfficerSigning officers;

    @Autowired
    DocumentSealing sealing;

    @Autowired
    DocumentValidation validation;

    @Autowired
    DemonstrationTimeStamps stamps;

    byte[] signed;

    @BeforeEach
    void sign() {
        byte[] approved = officers.sign(new OfficerOrder(
                        UUID.randomUUID().toString(), "bma", "nayok", PreparedPermit.FIELD, Concealment.pages(), "", ""))
                .pdf();
        signed = sealing.seal(Orders.seal(approved)).pdf();
    }

    @Test
    void without_a_change_it_stays_valid() {
        ValidationReport report = validate(sealing.seal(Orders.seal(signed)).pdf());

        assertThat(report.reasons()).isEmpty();
        assertThat(report.verdict()).isEqualTo(Verdict.VALID);
    }

    @ParameterizedTest
    @EnumSource
    void a_change_is_refused_with_its_reason_though_a_trusted_signature_covers_it(Concealment concealment) {
        ValidationReport report = validate(sealing.seal(Orders.seal(concealment.on(signed))).pdf());

        assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
        assertThat(report.reasons()).contains(concealment.reason()).doesNotContain(Reason.NOT_COVERED_TO_THE_END);
    }

    /** The best disguise: a time stamp says nothing about who wanted it, and its field can lie over the text. */
    @Test
    void a_later_time_stamp_that_paints_over_a_page_is_refused() throws IOException {
        ValidationReport invisible = validate(stamped(signed, new PDRectangle()));
        ValidationReport painted = validate(stamped(signed, new PDRectangle(72, 100, 200, 20)));

        assertThat(invisible.reasons()).isEmpty();
        assertThat(invisible.verdict()).isEqualTo(Verdict.VALID);
        assertThat(painted.reasons()).containsExactly(Reason.ANNOTATION_CHANGED);
        assertThat(painted.verdict()).isEqualTo(Verdict.INVALID);
    }

    /** Some programs show the first of two entries with one name, some the last one. */
    @ParameterizedTest
    @ValueSource(strings = {"/Contents", "/Co#6etents"})
    void a_page_that_names_its_content_twice_is_refused(String name) throws IOException {
        ValidationReport report = validate(stamped(withContentTwice(signed, name), new PDRectangle()));

        assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
        assertThat(report.reasons()).contains(Reason.CHANGED_AFTER_SIGNING);
    }

    private static byte[] withContentTwice(byte[] document, String name) throws IOException {
        String unknown = "/" + "x".repeat(name.length() - 1);
        try (PDDocument loaded = Loader.loadPDF(document)) {
            COSDictionary page = loaded.getPage(1).getCOSObject();
            COSDictionary before = new COSDictionary(page);
            page.clear();
            // first, where whoever examines the file overlooks it
            page.setItem(COSName.getPDFName(unknown.substring(1)), new COSObject(loaded.getDocument().createCOSStream()));
            page.addAll(before);
            page.setNeedToBeUpdated(true);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            loaded.saveIncremental(out);
            return out.toString(StandardCharsets.ISO_8859_1)
                    .replace(unknown, name)
                    .getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    private byte[] stamped(byte[] document, PDRectangle place) throws IOException {
        try (PDDocument loaded = Loader.loadPDF(document)) {
            PDSignature stamp = new PDSignature();
            stamp.setType(COSName.DOC_TIME_STAMP);
            stamp.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            stamp.setSubFilter(COSName.getPDFName("ETSI.RFC3161"));
            Revision.addField(loaded, stamp, ROOM);
            List<PDSignatureField> fields = loaded.getSignatureFields();
            fields.get(fields.size() - 1).getWidgets().get(0).setRectangle(place);
            return Revision.write(
                    document,
                    loaded,
                    stamp,
                    ROOM,
                    covered -> stamps.stamp(DigestAlgorithm.SHA256.getOid(), DSSUtils.digest(
                            DigestAlgorithm.SHA256, DSSUtils.toByteArray(covered))));
        }
    }

    private ValidationReport validate(byte[] document) {
        return validation.validate(Orders.validate(document));
    }
}
