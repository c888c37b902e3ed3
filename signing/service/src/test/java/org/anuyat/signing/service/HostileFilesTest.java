package org.anuyat.signing.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.anuyat.signing.api.DocumentSealing;
import org.anuyat.signing.api.validation.DocumentValidation;
import org.anuyat.signing.api.validation.Reason;
import org.anuyat.signing.api.validation.ValidationReport;
import org.anuyat.signing.api.validation.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;

@SigningTest
@Timeout(300)
class HostileFilesTest {

    @Autowired
    DocumentSealing sealing;

    @Autowired
    DocumentValidation validation;

    @Test
    void what_is_no_pdf_is_called_that() {
        assertReason(new byte[0], Reason.NOT_A_PDF);
        assertReason("MZ this program cannot be run".getBytes(StandardCharsets.US_ASCII), Reason.NOT_A_PDF);
        assertReason(new byte[2000], Reason.NOT_A_PDF);
    }

    @Test
    void an_unsigned_document_has_no_signature() {
        ValidationReport report = validate(SamplePermit.pdf());

        assertThat(report.verdict()).isEqualTo(Verdict.NO_SIGNATURE);
        assertThat(report.reasons()).containsExactly(Reason.NO_SIGNATURE);
    }

    @Test
    void an_encrypted_file_is_called_that() {
        assertReason(Samples.encrypted(), Reason.ENCRYPTED);
    }

    @Test
    void a_header_without_a_document_is_damaged() {
        assertReason("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII), Reason.DAMAGED);
        assertReason("%PDF-1.7\nstartxref\n99999999\n%%EOF".getBytes(StandardCharsets.US_ASCII), Reason.DAMAGED);
    }

    @Test
    void a_file_beyond_the_bounds_is_not_examined() {
        assertReason(new byte[33 * 1024 * 1024], Reason.TOO_LARGE);
        byte[] revisions = ("%PDF-1.7\n" + "startxref\n1\n".repeat(100)).getBytes(StandardCharsets.US_ASCII);
        assertReason(revisions, Reason.TOO_MANY_REVISIONS);
    }

    @Test
    void bombs_do_not_go_off() {
        assertReason(Samples.bomb(400, 1), Reason.TOO_COMPLEX);
        assertReason(Samples.bomb(2000, 3), Reason.TOO_COMPLEX);
        assertReason(Samples.hugeCrossReference(), Reason.TOO_COMPLEX);
    }

    @Test
    void loops_and_depths_get_an_answer() {
        assertThat(validate(Samples.loop()).verdict()).isNotEqualTo(Verdict.VALID);
        assertThat(validate(Samples.nested()).verdict()).isNotEqualTo(Verdict.VALID);
    }

    @Test
    void objects_that_lead_to_many_others_are_not_compared_without_end() {
        byte[] sealed = sealing.seal(Orders.seal(Samples.entangled(2_500))).pdf();

        assertThat(validate(sealed).verdict()).isEqualTo(Verdict.VALID);
        assertReason(Samples.entangledAnew(sealed), Reason.TOO_COMPLEX);
    }

    @Test
    void garbled_permits_get_an_answer_and_never_a_good_one() {
        byte[] sealed = sealing.seal(Orders.seal(SamplePermit.pdf())).pdf();
        Random random = new Random(2569);
        Map<String, Integer> outcomes = new TreeMap<>();
        for (int i = 0; i < 150; i++) {
            byte[] garbled = garble(sealed, random);
            ValidationReport report = validate(garbled);
            assertThat(report.verdict()).isNotEqualTo(Verdict.VALID);
            assertThat(report.reasons()).isNotEmpty();
            outcomes.merge(report.verdict().name(), 1, Integer::sum);
        }
        assertThat(outcomes).containsKey("INVALID");
    }

    @Test
    void random_bytes_behind_a_header_get_an_answer() {
        Random random = new Random(1);
        for (int i = 0; i < 100; i++) {
            byte[] garbage = new byte[random.nextInt(5000) + 9];
            random.nextBytes(garbage);
            System.arraycopy("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII), 0, garbage, 0, 9);
            assertThat(validate(garbage).verdict()).isEqualTo(Verdict.INDETERMINATE);
        }
    }

    private static byte[] garble(byte[] sealed, Random random) {
        byte[] garbled = sealed.clone();
        switch (random.nextInt(4)) {
            case 0 -> {
                for (int i = 0; i < 20; i++) {
                    garbled[anywhere(random)] ^= (byte) (1 + random.nextInt(255));
                }
            }
            case 1 -> {
                int at = anywhere(random);
                Arrays.fill(garbled, at, Math.min(at + 200, 12_000), (byte) random.nextInt());
                garbled[100] ^= 1;
            }
            case 2 -> garbled = Arrays.copyOf(garbled, random.nextInt(garbled.length - 10));
            default -> {
                int from = anywhere(random);
                System.arraycopy(sealed, random.nextInt(9000), garbled, from, Math.min(500, 12_000 - from));
                garbled[101] ^= 1;
            }
        }
        return garbled;
    }

    private static int anywhere(Random random) {
        return random.nextInt(11_900);
    }

    private void assertReason(byte[] document, Reason reason) {
        ValidationReport report = validate(document);
        assertThat(report.reasons()).contains(reason);
        assertThat(report.verdict()).isEqualTo(Verdict.INDETERMINATE);
    }

    private ValidationReport validate(byte[] document) {
        long start = System.nanoTime();
        ValidationReport report = validation.validate(Orders.validate(document));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(25));
        return report;
    }
}
