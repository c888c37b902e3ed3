package org.anuyat.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.util.Map;
import org.anuyat.journeys.citizen.Bill;
import org.anuyat.journeys.citizen.Case;
import org.anuyat.journeys.citizen.Citizen;
import org.anuyat.journeys.citizen.Draft;
import org.anuyat.journeys.citizen.Premises;
import org.anuyat.journeys.citizen.SandboxBank;
import org.anuyat.journeys.office.Finance;
import org.anuyat.journeys.office.Office;
import org.anuyat.journeys.papers.OfficialPdf;
import org.anuyat.journeys.papers.Paper;
import org.anuyat.journeys.running.Visitor;
import org.anuyat.journeys.running.Visitors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One permit, end to end: the licence of a food premises over 200 m², from the first search to the rating. */
@ExtendWith(Visitors.InJourneys.class)
class PermitJourneyTest {

    private static final String RESTAURANT = "ครัวสมชาย";
    private static final String NATIONAL_ID = "เลขประจำตัวประชาชน";
    private static final String MAP = "แผนที่ตั้งโดยสังเขป";

    @Test
    void somchai_gets_the_licence_of_his_restaurant(Visitors visitors) {
        Visitor somchai = visitors.comes("somchai");
        String number = applies(somchai, new Citizen(somchai, "somchai"));

        registers(visitors.comes("rap"), number);
        Visitor truat = visitors.comes("truat");
        Office reviewer = Office.signIn(truat, "truat");
        asksForCorrections(truat, reviewer, number);
        corrects(somchai, number);
        findsComplete(truat, reviewer, number);
        inspects(visitors.comes("sanam"), number);
        advises(truat, reviewer, number);
        approves(visitors.comes("hua"), "hua", number);
        approves(visitors.comes("nayok"), "nayok", number);

        pays(somchai, number);
        OfficialPdf permit = receives(somchai, number);
        anybodyVerifies(visitors.comes("anybody"), permit);
        rates(somchai, number);
        moneyGoesBack(visitors, somchai, number);
        auditorSeesAllActs(visitors.comes("audit"), number);
    }

    private static String applies(Visitor somchai, Citizen citizen) {
        citizen.search("อาหาร");
        assertThat(somchai.picture("01-search").text()).contains("จัดตั้งสถานที่จำหน่ายอาหาร");
        citizen.readManual();
        assertThat(somchai.picture("02-manual").text()).contains("ค่าธรรมเนียม", "ขั้นตอนและระยะเวลา", "IAL2");
        Draft draft = citizen.start();
        somchai.picture("03-tasks");

        Map<String, Map<String, String>> answers = Premises.answers(RESTAURANT);
        draft.page("ผู้ขออนุญาต").answer(answers.get("ผู้ขออนุญาต"));
        assertThat(draft.typedAt("ชื่อ-สกุล")).as("known from the proof of identity").contains("สมชาย");
        draft.unlock(NATIONAL_ID).answer(Map.of(NATIONAL_ID, "1234567890122", "สัญชาติ", "")).save();
        assertThat(somchai.status()).isEqualTo(422);
        assertThat(somchai.picture("04-wrong").problems()).containsExactly("โปรดระบุสัญชาติ");
        assertThat(draft.errorAt("สัญชาติ")).contains("โปรดระบุสัญชาติ");
        assertThat(draft.typedAt(NATIONAL_ID)).as("what was proven stays, whatever is sent").isEqualTo("1234567890121");
        draft.answer(Map.of("สัญชาติ", "ไทย")).save();

        draft.answerAll(answers);
        somchai.picture("05-answered");

        draft.documents().attach(MAP, Paper.programNamed("แผนที่.pdf"));
        assertThat(somchai.status()).isEqualTo(422);
        assertThat(somchai.picture("06-program").problems()).singleElement().asString().contains("เนื้อหาของไฟล์ไม่ตรงกับชนิดไฟล์");
        draft.attachAll();
        somchai.picture("07-documents");

        draft.check();
        assertThat(somchai.picture("08-check").text()).contains(RESTAURANT, "นายปรุง รสดี", "เอกสาร 1.pdf");
        draft.declare();
        String number = draft.confirm(citizen.code());
        assertThat(somchai.picture("09-receipt").text()).contains("วันเวลาที่ได้รับคำขอตามกฎหมาย");
        OfficialPdf acknowledgement = new OfficialPdf(somchai.download("ดาวน์โหลดใบรับคำขอ"));
        assertThat(acknowledgement.text()).contains(number);
        assertThat(acknowledgement.breaches()).isEmpty();
        return number;
    }

    private static void registers(Visitor rap, String number) {
        Office.signIn(rap, "rap").take(number, "ลงรับคำขอ");
        rap.picture("20-register");
        rap.press("ลงรับคำขอ");
        assertThat(rap.picture("21-registered").text()).contains("เลขรับที่");
    }

    private static void asksForCorrections(Visitor truat, Office reviewer, String number) {
        reviewer.take(number, "ตรวจความครบถ้วนถูกต้อง")
                .defect("พื้นที่ประกอบการเกิน 200", "พื้นที่ไม่ตรงกับแผนผัง")
                .defect("เอกสาร: " + MAP, "แผนที่ไม่มีชื่อถนน");
        truat.picture("22-check");
        reviewer.restIsCorrect();
        assertThat(truat.picture("23-letter").text()).contains("พื้นที่ไม่ตรงกับแผนผัง", "แผนที่ไม่มีชื่อถนน");
        reviewer.askForCorrections();
    }

    private static void corrects(Visitor somchai, String number) {
        Case application = new Citizen(somchai, "somchai").open(number);
        assertThat(application.state()).isEqualTo("รอท่านแก้ไข");
        somchai.picture("10-status");
        application.corrections();
        assertThat(somchai.picture("11-corrections").text()).contains("พื้นที่ประกอบการ", MAP);
        assertThat(application.toCorrect()).as("only what was asked for").hasSize(2);
        application.correct("พื้นที่ประกอบการ", "พื้นที่ประกอบการ", "248").correct(MAP, Paper.pdf("แผนที่ใหม่.pdf")).handInAgain();
        assertThat(application.state()).isEqualTo("อยู่ระหว่างตรวจสอบ");
    }

    private static void findsComplete(Visitor truat, Office reviewer, String number) {
        reviewer.take(number, "ตรวจความครบถ้วนถูกต้อง");
        assertThat(truat.picture("24-check-again").text()).contains("ผู้ยื่นแก้ไขแล้ว");
        reviewer.restIsCorrect().complete();
        reviewer.open(number);
        assertThat(truat.picture("25-case").text()).contains("250.5", "248", "แผนที่ใหม่.pdf");
    }

    private static void inspects(Visitor sanam, String number) {
        Office inspector = Office.signIn(sanam, "sanam").take(number, "ตรวจสถานที่").appoint();
        inspector.photograph(new FilePayload("ครัว.jpg", "image/jpeg", new byte[21 << 20]), "");
        assertThat(sanam.status()).isEqualTo(413);
        assertThat(sanam.picture("26-too-large").problems()).singleElement().asString().contains("ภาพมีขนาดเกินภาพละ 20 MB");
        inspector.photograph(Paper.largePhoto("ตลาด.png"), "ตลาด");
        assertThat(sanam.text()).contains("เพิ่มภาพถ่ายแล้ว");
        sanam.go(sanam.main().locator("form[action$='/remove'] button")::click);
        inspector.photograph(Paper.photo("ครัว.jpg"), "ครัวและพื้นที่ปรุงอาหาร");
        sanam.picture("26-inspection");
        inspector.passed("พื้น ผนัง อ่างล้าง และการระบายน้ำถูกต้อง");
        assertThat(sanam.text()).contains("บันทึกผลการตรวจสถานที่แล้ว");
    }

    private static void advises(Visitor truat, Office reviewer, String number) {
        reviewer.take(number, "เสนอความเห็น").advise("เห็นควรอนุญาต", "เอกสารครบถ้วน สถานที่ถูกต้องตามหลักเกณฑ์");
        assertThat(truat.text()).contains("เสนอความเห็นต่อผู้อนุมัติแล้ว");
    }

    private static void approves(Visitor approver, String username, String number) {
        Office office = Office.signIn(approver, username).take(number, "พิจารณาอนุมัติ");
        approver.picture("27-decision");
        office.approve();
        assertThat(approver.text()).contains("บันทึกคำสั่งอนุญาตแล้ว");
    }

    private static void pays(Visitor somchai, String number) {
        new Citizen(somchai, "somchai").open(number).waitFor("รอชำระค่าธรรมเนียม");
        Bill bill = new Citizen(somchai, "somchai").open(number).bill();
        String qr = bill.scan();
        assertThat(somchai.picture("12-bill").text()).contains("บาท");
        assertThat(qr).as("Thai QR code of tag 30").startsWith("000201").contains("A000000677010112");
        assertThat(qr).contains(bill.line("รหัสอ้างอิง 1"), bill.line("รหัสอ้างอิง 2"));

        var open = somchai.secondWindow();
        new SandboxBank(somchai).pay(qr, "ชำระเงินตามปกติ");
        somchai.picture("13-bank");
        somchai.backTo(open);
        bill.seePaid();
        somchai.picture("14-paid");
        new Citizen(somchai, "somchai").open(number).waitFor("ออกใบอนุญาตแล้ว").bill();
        OfficialPdf receipt = new OfficialPdf(somchai.download("ดาวน์โหลดใบเสร็จรับเงิน"));
        assertThat(receipt.breaches()).isEmpty();
    }

    private static OfficialPdf receives(Visitor somchai, String number) {
        new Citizen(somchai, "somchai").open(number);
        somchai.picture("15-issued");
        new Citizen(somchai, "somchai").open(number).permit();
        assertThat(somchai.picture("16-permit").text()).contains(RESTAURANT, "ใช้ได้");
        OfficialPdf permit = new OfficialPdf(somchai.download("ดาวน์โหลดใบอนุญาต"));
        assertThat(permit.breaches()).isEmpty();
        assertThat(permit.text()).contains("๒๔๘ ตารางเมตร").doesNotContain("ตารางเมตร ตารางเมตร");
        assertThat(permit.pdfsig())
                .contains("Signature #1", "Signature #2", "Signature is Valid.", "Total document signed")
                .doesNotContain("Digest Mismatch", "Signature is Invalid");
        return permit;
    }

    private static void anybodyVerifies(Visitor anybody, OfficialPdf permit) {
        anybody.open(permit.code());
        assertThat(anybody.status()).isEqualTo(200);
        assertThat(anybody.picture("30-verified").text()).contains("ใบอนุญาตนี้เป็นของจริงและใช้ได้ในวันนี้", RESTAURANT);
        verifyFile(anybody, permit);
        assertThat(anybody.picture("31-genuine").text())
                .contains("ฉบับจริงและใช้ได้")
                .as("the approver and the agency")
                .contains("นายนายก อนุญาต", "เทศบาลเมืองตัวอย่าง", "อนุมัติตามคำสั่งที่ผู้อนุมัติยืนยัน");
        verifyFile(anybody, permit.withOneByteFlipped());
        assertThat(anybody.picture("32-changed").text()).contains("ไฟล์ถูกแก้ไขหรือปลอมแปลง");
    }

    private static void verifyFile(Visitor anybody, OfficialPdf file) {
        anybody.open("/verify").main().locator("input[type=file]").setInputFiles(file.file());
        anybody.press("ตรวจสอบไฟล์");
    }

    private static void moneyGoesBack(Visitors visitors, Visitor somchai, String number) {
        Visitor ngoen = visitors.comes("ngoen");
        Finance finance = Finance.signIn(ngoen, "ngoen").replaceReceipt(number, "ร้านครัวสมชาย", "34");
        assertThat(ngoen.picture("35-receipt-replaced").text()).contains("สะกดชื่อผู้ชำระเงินไม่ถูกต้อง", "ออกแทนเลขที่");
        finance.proposeWholeFee(number, "ยกเลิกการอนุญาตตามคำร้อง", "36");
        Visitor hua = visitors.comes("hua");
        Finance.signIn(hua, "hua").approveRefund("37").seeGivenBack();
        assertThat(hua.picture("38-given-back").text()).contains("ธนาคารยืนยันการคืนเงินแล้ว", "RF");
        somchai.open("/applications/" + number + "/fee");
        assertThat(somchai.picture("39-given-back").text()).contains("คืนเงินค่าธรรมเนียมแล้ว");
    }

    private static void auditorSeesAllActs(Visitor audit, String number) {
        Office.signIn(audit, "audit");
        audit.open("/backoffice/audit/cases/" + number);
        assertThat(audit.picture("33-audit").text())
                .contains("submission.Submitted", "review.Registered", "review.CorrectionRequested", "submission.Resubmitted")
                .contains("review.Inspected", "review.Recommended", "approval.Approved", "payment.Paid", "issuance.Issued")
                .contains("receipt.Replaced", "refund.RefundApproved", "refund.Refunded")
                .doesNotContain("ถูกแก้ไขหลัง");
        assertThat(audit.main().locator(".office-point--defect").count()).as("broken links, documents and evidence").isZero();
        audit.open("/backoffice/audit").press("ตรวจสอบความถูกต้องของบันทึกทั้งหมด");
        assertThat(audit.main().locator(".office-point--ok").count()).as("the whole chain is intact").isEqualTo(1);
    }

    private static void rates(Visitor somchai, String number) {
        new Citizen(somchai, "somchai").open(number).rate("พึงพอใจมากที่สุด", "รวดเร็วดี");
        assertThat(somchai.picture("17-rated").text()).contains("ขอบคุณ");
    }
}
