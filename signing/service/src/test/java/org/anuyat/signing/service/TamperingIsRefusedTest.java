package org.anuyat.signing.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.anuyat.signing.api.DocumentSealing;
import org.anuyat.signing.api.validation.DocumentValidation;
import org.anuyat.signing.api.validation.Reason;
import org.anuyat.signing.api.validation.ValidationReport;
import org.anuyat.signing.api.validation.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

@SigningTest
class TamperingIsRefusedTest {

    private static final Map<Tampering, Reason> EXPECTED = Map.of(
            Tampering.REPLACE_PAGE_CONTENT, Reason.PAGE_CONTENT_CHANGED,
            Tampering.FORGE_EMBEDDED_DATA, Reason.ATTACHMENT_CHANGED,
            Tampering.COVER_WITH_ANNOTATION, Reason.ANNOTATION_CHANGED,
            Tampering.ADD_FORM_FIELD, Reason.FORM_FIELD_CHANGED,
            Tampering.APPEND_PAGE, Reason.PAGES_CHANGED,
            Tampering.MOVE_SEAL, Reason.SIGNATURE_FIELD_CHANGED,
            Tampering.REPAINT_SEAL, Reason.SIGNATURE_FIELD_CHANGED,
            Tampering.REMOVE_SIGNATURE, Reason.SIGNATURE_REMOVED);

    @Autowired
    DocumentSealing sealing;

    @Autowired
    DocumentValidation validation;

    byte[] sealed;

    @BeforeEach
    void seal() {
        sealed = sealing.seal(Orders.seal(SamplePermit.pdf())).pdf();
    }

    @ParameterizedTest
    @EnumSource
    void an_update_after_sealing_is_refused_with_its_reason(Tampering tampering) {
        ValidationReport report = validate(tampering.on(sealed));

        assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
        assertThat(report.reasons()).contains(EXPECTED.get(tampering));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "REMOVE_SIGNATURE")
    void an_update_stays_refused_when_somebody_with_a_trusted_certificate_signs_over_it(Tampering tampering) {
        ValidationReport report =
                validate(sealing.seal(Orders.seal(tampering.on(sealed))).pdf());

        assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
        assertThat(report.reasons()).contains(EXPECTED.get(tampering)).doesNotContain(Reason.NOT_COVERED_TO_THE_END);
        assertThat(report.signatures().get(1).verdict()).isEqualTo(Verdict.VALID);
    }

    @Test
    void a_second_seal_leaves_the_first_one_valid() {
        ValidationReport report = validate(sealing.seal(Orders.seal(sealed)).pdf());

        assertThat(report.reasons()).isEmpty();
        assertThat(report.verdict()).isEqualTo(Verdict.VALID);
        assertThat(report.signatures()).hasSize(2);
        assertThat(report.signatures().get(0).coversWholeFile()).isFalse();
        assertThat(report.signatures().get(1).coversWholeFile()).isTrue();
    }

    @Test
    void a_flipped_byte_is_found_wherever_it_is() {
        for (int at : new int[] {700, sealed.length / 4, sealed.length - 40}) {
            byte[] flipped = sealed.clone();
            flipped[at] ^= 1;

            ValidationReport report = validate(flipped);

            assertThat(report.verdict()).as("byte " + at).isNotEqualTo(Verdict.VALID);
        }
        byte[] flipped = sealed.clone();
        flipped[indexOf(flipped, "stream\n") + 40] ^= 1;
        assertThat(validate(flipped).reasons()).contains(Reason.SIGNED_BYTES_CHANGED);
    }

    @Test
    void a_byte_added_at_the_end_is_found() {
        ValidationReport report = validate(Arrays.copyOf(sealed, sealed.length + 1));

        assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
        assertThat(report.reasons()).contains(Reason.NOT_COVERED_TO_THE_END);
    }

    @Test
    void bytes_after_the_signature_in_its_room_break_it_and_nothing_else() {
        byte[] padded = sealed.clone();
        int end = new String(sealed, StandardCharsets.ISO_8859_1).indexOf('>', indexOf(sealed, "/Contents <"));
        Arrays.fill(padded, end - 40, end, (byte) 'A');

        ValidationReport report = validate(padded);

        assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
        assertThat(report.reasons()).containsExactly(Reason.SIGNATURE_BROKEN);
    }

    @Test
    void a_document_that_was_cut_off_is_never_valid() {
        byte[] original = SamplePermit.pdf();
        Stream.of(sealed.length - 1, sealed.length - 300, sealed.length - 2000, original.length + 200)
                .forEach(length -> {
                    ValidationReport report = validate(Arrays.copyOf(sealed, length));
                    assertThat(report.verdict()).as("cut at " + length).isEqualTo(Verdict.INVALID);
                    assertThat(report.reasons()).contains(Reason.CUT_OFF);
                });
    }

    @Test
    void without_its_last_revision_it_is_a_document_without_signature() {
        byte[] original = SamplePermit.pdf();
        byte[] again = sealing.seal(Orders.seal(original)).pdf();

        assertThat(validate(Arrays.copyOf(again, original.length)).verdict()).isEqualTo(Verdict.NO_SIGNATURE);
    }

    private ValidationReport validate(byte[] document) {
        return validation.validate(Orders.validate(document));
    }

    private static int indexOf(byte[] bytes, String text) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text);
    }
}
