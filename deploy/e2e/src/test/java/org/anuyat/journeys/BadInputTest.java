package org.anuyat.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.anuyat.journeys.citizen.Citizen;
import org.anuyat.journeys.citizen.Draft;
import org.anuyat.journeys.citizen.Premises;
import org.anuyat.journeys.office.Office;
import org.anuyat.journeys.papers.OfficialPdf;
import org.anuyat.journeys.papers.Paper;
import org.anuyat.journeys.running.Device;
import org.anuyat.journeys.running.Visitor;
import org.anuyat.journeys.running.Visitors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What bad input gets: a clear word in Thai, the right status code, and nothing is lost. */
@ExtendWith(Visitors.InJourneys.class)
class BadInputTest {

    private static final String OPERATION = "การประกอบกิจการ";
    private static final String FOOD = "รายละเอียดอาหารที่จำหน่ายหรือสะสม";
    private static final String MAP = "แผนที่ตั้งโดยสังเขป";

    @Test
    void a_wrong_number_and_an_impossible_day_are_told_at_their_fields(Visitors visitors) {
        Visitor nida = visitors.comes("nida");
        Draft draft = new Citizen(nida, "nida").start().page("ผู้ขออนุญาต");
        draft.answer(Map.of(
                        "ท่านยื่นคำขอในฐานะใด", "ผู้รับมอบอำนาจ",
                        "ชื่อนิติบุคคลหรือผู้มอบอำนาจ", "นายมั่ง มีที่",
                        "เลขทะเบียนนิติบุคคลหรือเลขประจำตัวประชาชนของผู้มอบอำนาจ", "12345"))
                .save();
        assertThat(nida.status()).isEqualTo(422);
        assertThat(nida.problems()).singleElement().asString().contains("ต้องเป็นตัวเลข 13 หลัก");
        assertThat(draft.typedAt("ชื่อนิติบุคคลหรือผู้มอบอำนาจ")).isEqualTo("นายมั่ง มีที่");

        Map<String, String> staff = Premises.answers("").get("ผู้สัมผัสอาหาร");
        draft.page("ผู้สัมผัสอาหาร").answer(staff).answer(Map.of("วันที่ตรวจสุขภาพ", "31 ก.พ. 2569")).save();
        assertThat(nida.status()).isEqualTo(422);
        assertThat(nida.picture("day").problems()).singleElement().asString().contains("วันที่ตรวจสุขภาพ");
        assertThat(nida.main().locator(".govuk-date-input input").first().inputValue()).isEqualTo("31");
    }

    @Test
    void a_file_of_60_megabytes_is_too_large_and_the_draft_is_kept(Visitors visitors, @TempDir Path folder)
            throws IOException {
        Path map = Files.write(folder.resolve("map.pdf"), new byte[60 << 20]);
        Visitor nida = visitors.comes("nida");
        Draft draft = new Citizen(nida, "nida").start();
        draft.answerAll(Premises.answers("ร้านใหญ่")).documents();
        draft.attach(MAP, map);
        assertThat(nida.status()).isEqualTo(413);
        assertThat(nida.picture("too-large").problems()).singleElement().asString().contains("ขนาดใหญ่เกิน 10 เมกะไบต์");
        assertThat(draft.document(MAP).locator(".govuk-error-message").innerText()).contains("ขนาดใหญ่เกิน 10 เมกะไบต์");
        nida.follow(nida.page().locator(".kit-languages"), "English");
        assertThat(nida.status()).as("the language of the answer to a form can be changed").isEqualTo(200);
        assertThat(nida.text()).contains("Sketch map of the location");
        nida.follow(nida.page().locator(".kit-languages"), "ไทย");
        draft.attach(MAP, Paper.pdf("แผนที่เล็ก.pdf"));
        assertThat(draft.document(MAP).innerText()).as("the page goes on").contains("แผนที่เล็ก.pdf");
        assertThat(draft.page("สถานประกอบการ").typedAt("ชื่อสถานประกอบการ")).isEqualTo("ร้านใหญ่");
    }

    @Test
    void a_picture_of_a_signature_that_is_too_large_to_be_read_is_told_at_its_field(Visitors visitors, @TempDir Path folder)
            throws IOException {
        Visitor mayor = visitors.comes("nayok");
        Office.signIn(mayor, "nayok");
        for (int megabytes : new int[] {11, 51}) {
            mayor.open("/backoffice/signature");
            mayor.page()
                    .locator("input[type=file]")
                    .setInputFiles(Files.write(folder.resolve("hand.png"), new byte[megabytes << 20]));
            mayor.press("บันทึกภาพ");
            assertThat(mayor.status()).isEqualTo(413);
            assertThat(mayor.picture("signature-too-large").problems())
                    .singleElement()
                    .asString()
                    .contains("ไฟล์ภาพมีขนาดเกิน 5 MB");
            assertThat(mayor.main().locator(".govuk-error-message").innerText()).contains("ไฟล์ภาพมีขนาดเกิน 5 MB");
            assertThat(mayor.text()).contains("ลายมือชื่อของฉัน");
        }
    }

    @Test
    void of_an_end_of_day_file_that_is_too_large_for_the_page_the_officer_learns_what_to_do_instead(Visitors visitors) {
        Visitor ngoen = visitors.comes("ngoen");
        Office.signIn(ngoen, "ngoen");
        ngoen.open("/backoffice/finance/day-files");
        ngoen.page().locator("input[type=file]").setInputFiles(new FilePayload("day.txt", "text/plain", new byte[21 << 20]));
        ngoen.press("นำไฟล์เข้า");
        assertThat(ngoen.status()).isEqualTo(413);
        assertThat(ngoen.picture("day-file-too-large").problems())
                .singleElement()
                .asString()
                .contains("เกิน 20 MB", "ให้ธนาคารส่งไฟล์เข้าระบบโดยตรง");
    }

    @Test
    void a_stale_page_of_a_second_window_overwrites_nothing(Visitors visitors) {
        Visitor nida = visitors.comes("nida", Device.PHONE);
        Draft draft = new Citizen(nida, "nida").start().page(OPERATION);
        var first = nida.secondWindow();
        draft.page(OPERATION).answer(Premises.answers("").get(OPERATION)).save();

        nida.backTo(first);
        draft.answer(Premises.answers("").get(OPERATION)).answer(Map.of(FOOD, "ก๋วยเตี๋ยวเรือ")).save();
        assertThat(nida.status()).isEqualTo(409);
        assertThat(nida.picture("stale").text()).contains("หน้านี้ถูกบันทึกจากหน้าต่างหรืออุปกรณ์อื่นแล้ว");
        assertThat(draft.typedAt(FOOD)).isEqualTo("ก๋วยเตี๋ยวเรือ");
        nida.follow("ใช้ข้อมูลที่บันทึกไว้แล้ว");
        assertThat(draft.typedAt(FOOD)).isEqualTo("อาหารตามสั่งและก๋วยเตี๋ยว");
    }

    @Test
    void a_session_that_ended_in_the_middle_of_a_form_loses_nothing(Visitors visitors) {
        Visitor nida = visitors.comes("nida", Device.PHONE);
        Citizen citizen = new Citizen(nida, "nida");
        Draft draft = citizen.start();
        draft.page(OPERATION).answer(Premises.answers("").get(OPERATION)).save();
        draft.page("สถานประกอบการ").answer(Premises.answers("ร้านที่ยังไม่บันทึก").get("สถานประกอบการ"));
        nida.loseSession();
        draft.save();
        nida.picture("ended");
        citizen.signIn();
        assertThat(nida.picture("unsent").text())
                .contains("การใช้งานก่อนหน้านี้หมดเวลา", "ท่านไม่ต้องกรอกใหม่", "ส่งในนามของ นางนิดา");
        assertThat(nida.hasToScrollSideways()).isFalse();
        nida.press("ส่งข้อมูลที่กรอกไว้");
        assertThat(nida.problems()).isEmpty();
        assertThat(draft.page("สถานประกอบการ").typedAt("ชื่อสถานประกอบการ")).isEqualTo("ร้านที่ยังไม่บันทึก");
        assertThat(draft.page(OPERATION).typedAt(FOOD)).isEqualTo("อาหารตามสั่งและก๋วยเตี๋ยว");
    }

    @Test
    void the_way_back_after_confirming_leads_to_the_receipt(Visitors visitors) {
        Visitor nida = visitors.comes("nida", Device.PHONE);
        Citizen citizen = new Citizen(nida, "nida");
        Draft draft = citizen.start().answerAll(Premises.answers("ร้านย้อนกลับ")).attachAll().check().declare();
        String number = draft.confirm(citizen.code());
        nida.go(() -> nida.page().goBack());
        assertThat(nida.path()).endsWith(number + "/receipt");
        draft.open();
        assertThat(nida.path()).endsWith(number + "/receipt");
    }

    @Test
    void the_second_of_two_officers_who_register_one_application_is_told_who_was_first(Visitors visitors) {
        String number = new Citizen(visitors.comes("nida", Device.PHONE), "nida").apply("ร้านสองเจ้าหน้าที่");
        Visitor first = visitors.comes("rap", Device.PHONE);
        Visitor second = visitors.comes("chuai", Device.PHONE);
        Office.signIn(first, "rap").take(number, "ลงรับคำขอ");
        Office.signIn(second, "chuai").take(number, "ลงรับคำขอ");
        first.press("ลงรับคำขอ");
        second.press("ลงรับคำขอ");
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.picture("done").text()).contains("งานนี้มีผู้ดำเนินการแล้ว", "รัปปภา");
    }

    @Test
    void an_unknown_code_and_a_foreign_application_are_not_found(Visitors visitors) {
        String number = new Citizen(visitors.comes("nida"), "nida").apply("ร้านของนิดา");
        Visitor somchai = visitors.comes("somchai");
        somchai.open("/verify/AAAAAAAAAAAAAAAAAAAAAA");
        assertThat(somchai.status()).isEqualTo(404);
        assertThat(somchai.picture("unknown-code").text()).contains("ไม่พบใบอนุญาตนี้ในทะเบียน");

        somchai.open("/applications/" + number);
        new Citizen(somchai, "somchai").signIn();
        assertThat(somchai.status()).isEqualTo(404);
        assertThat(somchai.picture("foreign").text()).doesNotContain("ร้านของนิดา");
    }

    @Test
    void a_file_that_is_no_sealed_permit_is_called_so(Visitors visitors) {
        Visitor anybody = visitors.comes("anybody");
        verify(anybody, new OfficialPdf(Paper.pdf("a.pdf").buffer));
        assertThat(anybody.status()).isEqualTo(200);
        assertThat(anybody.text()).contains("ไม่มีลายมือชื่ออิเล็กทรอนิกส์");
        verify(anybody, new OfficialPdf(Paper.programNamed("a.pdf").buffer));
        assertThat(anybody.picture("no-pdf").text()).contains("ไม่ใช่ไฟล์ PDF");
    }

    @Test
    void somying_is_told_how_to_prove_who_she_is(Visitors visitors) {
        Visitor somying = visitors.comes("somying");
        somying.open("/services/food-licence/start").press("เข้าสู่ระบบเพื่อยื่นคำขอ");
        new Citizen(somying, "somying").signIn();
        assertThat(somying.picture("too-low").text()).contains("การยืนยันตัวตนของท่านยังไม่ถึงระดับ", "ThaID", "02 555 1000");
        assertThat(somying.main().getByRole(AriaRole.BUTTON).count()).as("nothing to begin with").isZero();
    }

    @Test
    void nothing_of_all_this_is_an_error_in_the_log(Visitors visitors) {
        Visitor nida = visitors.comes("nida");
        new Citizen(nida, "nida").start();
        assertThat(visitors.application().log()).doesNotContain(" ERROR ").doesNotContain("3101200456711");
    }

    private static void verify(Visitor anybody, OfficialPdf file) {
        anybody.open("/verify").main().locator("input[type=file]").setInputFiles(file.file());
        anybody.press("ตรวจสอบไฟล์");
    }
}
