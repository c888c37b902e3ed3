package org.anuyat.workflow.payment.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.anuyat.testing.PdfConformance;
import org.anuyat.workflow.acts.Actor;
import org.anuyat.workflow.payment.closing.ClosingRefused.Reason;
import org.anuyat.workflow.payment.closing.DayFigures.Difference;
import org.anuyat.workflow.submission.ApplyTestApplication;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** A day is closed once, with everything decided, and its report stays. */
@SpringBootTest(classes = ApplyTestApplication.class)
@Import({DayClosings.class, DayReport.class})
class DayClosingsTest {

    private static final Actor NGOEN = Actor.officer("ngoen", "นางเงินทอง นับถ้วน");
    private static final String DECISION = "ธนาคารยืนยันว่าบันทึกซ้ำ จะแก้ไขในไฟล์วันถัดไป";

    @Autowired
    private DayClosings closings;

    @Autowired
    private org.anuyat.workflow.files.Files files;

    /** As wide as an amount can be. */
    private static final long MOST = 999_999_999_999L;

    private DayFigures day(UUID file, long asking) {
        List<Difference> differences = List.of(new Difference(
                "L4", "รายการซ้ำในไฟล์", "บรรทัดที่ 4 ของไฟล์ 000000000018", 300_000L, MOST, closings.decisions(file).get("L4")));
        return new DayFigures(
                file, LocalDate.of(2026, 11, 20), "0000000000", 3, 900_000, 2, 600_000, 1, 2_000, asking, differences);
    }

    private static void assertRefused(Reason reason, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(ClosingRefused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    @Test
    void a_day_is_closed_when_everything_is_decided_and_nothing_is_decided_after_that() throws Exception {
        UUID file = UUID.randomUUID();
        assertRefused(Reason.ASKING, () -> closings.close("TYM", day(file, 1), "", NGOEN));
        assertRefused(Reason.UNDECIDED, () -> closings.close("TYM", day(file, 0), "", NGOEN));
        closings.decide("TYM", file, "L4", "รอธนาคาร", NGOEN);
        closings.decide("TYM", file, "L4", DECISION, NGOEN);
        assertThat(closings.of(file)).isEmpty();

        closings.close("TYM", day(file, 0), "ตรวจกับรายการเดินบัญชีแล้ว", NGOEN);
        DayClosing closing = closings.of(file).orElseThrow();
        assertThat(closing.differences()).isEqualTo(1);
        assertThat(closing.officerName()).isEqualTo("นางเงินทอง นับถ้วน");
        assertRefused(Reason.CLOSED, () -> closings.close("TYM", day(file, 0), "", NGOEN));
        assertRefused(Reason.CLOSED, () -> closings.decide("TYM", file, "L4", "อีกครั้ง", NGOEN));

        try (InputStream kept = files.open(closing.report())) {
            byte[] pdf = kept.readAllBytes();
            assertThat(PdfConformance.findings(pdf)).isEmpty();
            try (PDDocument document = Loader.loadPDF(pdf)) {
                String text = new PDFTextStripper().getText(document);
                assertThat(text).as("amounts are never broken").contains("3,000.00", "9,999,999,999.99").doesNotContain("ในระ\n");
                assertThat(text.replaceAll("\\s+", ""))
                        .as("without spaces, for lines end anywhere in a cell")
                        .contains("20พฤศจิกายน2569", "9,000.00", "6,000.00", "รายการซ้ำในไฟล์", DECISION.replace(" ", ""))
                        .contains("ตรวจกับรายการเดินบัญชีแล้ว", "นางเงินทองนับถ้วน");
            }
        }
    }
}
