package org.anuyat.workflow.approval;

import static org.anuyat.workflow.review.Office.DIRECTOR;
import static org.anuyat.workflow.review.Office.MALEE;
import static org.anuyat.workflow.review.Office.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import org.anuyat.testing.PdfConformance;
import org.anuyat.testing.SettableClock;
import org.anuyat.workflow.approval.refusal.Hearing;
import org.anuyat.workflow.approval.refusal.IncompleteOrder;
import org.anuyat.workflow.approval.refusal.RefusalGrounds;
import org.anuyat.workflow.review.Office;
import org.anuyat.workflow.submission.ApplicationState;
import org.anuyat.workflow.submission.Applications;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** Orders of refusal: what has to be in them, and the notice to the applicant. */
@SpringBootTest(classes = Office.Rooms.class)
class RefusalsTest {

    static final RefusalGrounds GROUNDS = new RefusalGrounds(
            "สถานที่ไม่มีบ่อดักไขมัน",
            "ข้อบัญญัติท้องถิ่น เรื่อง แผงค้า พ.ศ. 2560 ข้อ 7",
            "น้ำเสียจะไหลลงทางระบายน้ำสาธารณะ",
            new Hearing(Hearing.Kind.HEARD, "แจ้งด้วยวาจาเมื่อวันตรวจ ผู้ยื่นไม่โต้แย้ง"));

    @Autowired
    Office office;

    @Autowired
    Approvals approvals;

    @Autowired
    RefusalNotices notices;

    @Autowired
    Applications applications;

    @Autowired
    SettableClock clock;

    @BeforeEach
    void onMonday() {
        clock.set(MONDAY);
        office.acts.clear();
    }

    @ParameterizedTest
    @EnumSource(RefusalGrounds.Part.class)
    void an_order_of_refusal_without_one_of_its_parts_cannot_be_made(RefusalGrounds.Part part) {
        IncompleteOrder incomplete = catchThrowableOfType(
                IncompleteOrder.class,
                () -> new RefusalGrounds(
                        part == RefusalGrounds.Part.FACTS ? " " : "ก",
                        part == RefusalGrounds.Part.LAW ? " " : "ข",
                        part == RefusalGrounds.Part.REASONS ? " " : "ค",
                        new Hearing(Hearing.Kind.HEARD, part == RefusalGrounds.Part.HEARING ? " " : "ง")));
        assertThat(incomplete.missing()).containsExactly(part);
    }

    @Test
    void a_refusal_ends_the_case_and_names_the_right_of_appeal_with_its_last_day() throws Exception {
        String number = office.recommendedBy(MALEE);
        approvals.refuse(number, office.version(number), 1, GROUNDS, DIRECTOR);
        assertThat(applications.get(number).state()).isEqualTo(ApplicationState.REFUSED);
        assertThat(office.heard(Refused.class)).singleElement();

        RefusalNotices.Notice notice = notices.issue(number);
        // 15 days on is Tuesday, 8 December
        assertThat(notice.appealUntil()).isEqualTo(LocalDate.of(2026, 12, 8));
        assertThat(notices.issue(number)).isEqualTo(notice);
        assertThat(office.heard(RefusalNoticeIssued.class)).hasSize(1);

        byte[] pdf = notices.pdf(number);
        assertThat(PdfConformance.findings(pdf)).isEmpty();
        try (var document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document);
            assertThat(text).contains("๑๕").contains("อุทธรณ์");
        }
    }

    @Test
    void without_a_refusal_there_is_no_notice() {
        String number = office.recommendedBy(MALEE);
        assertThatThrownBy(() -> notices.issue(number)).isInstanceOf(IllegalStateException.class);
    }
}
