package org.anuyat.journeys.office;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anuyat.journeys.running.Visitor;

/** An officer at work. */
public final class Office {

    private static final String PASSWORD = "anuyat-demo";
    private static final String CONFIRM = "ยืนยันการดำเนินการ";
    private static final String CHECKED = "ข้าพเจ้าได้ตรวจสอบแล้ว และทราบว่าเมื่อบันทึกแล้วจะแก้ไขไม่ได้";
    private static final String[] MONTHS = {
        "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค."
    };
    private static final int BUDDHIST_ERA = 543;
    private static final Pattern CODE = Pattern.compile("(?m)^\\s*([0-9]{6})\\s*$");

    private final Visitor visitor;

    private Office(Visitor visitor) {
        this.visitor = visitor;
    }

    /** Signs an officer in. */
    public static Office signIn(Visitor visitor, String username) {
        visitor.open("/backoffice")
                .answer("ชื่อผู้ใช้งาน", username)
                .answer("รหัสผ่าน", PASSWORD)
                .press("เข้าสู่ระบบ");
        return new Office(visitor);
    }

    /** Opens the task of this kind of an application from the list. */
    public Office take(String number, String kind) {
        Locator task = null;
        for (int tries = 0; tries < 60 && (task == null || task.count() == 0); tries++) {
            if (task != null) {
                visitor.page().waitForTimeout(500);
            }
            visitor.open("/backoffice/tasks?q=" + number);
            task = visitor.main().locator("tr", new Locator.LocatorOptions().setHasText(number)).getByText(kind);
        }
        visitor.go(task.first()::click);
        return this;
    }

    /** Opens the case file. */
    public Office open(String number) {
        visitor.open("/backoffice/cases/" + number);
        return this;
    }

    /** Registers the application. */
    public Office register() {
        visitor.press("ลงรับคำขอ");
        return this;
    }

    /** Notes a defect at a point of the checklist. */
    public Office defect(String point, String remark) {
        Locator line = visitor.main().locator(".office-point", new Locator.LocatorOptions().setHasText(point)).first();
        line.getByLabel("ต้องแก้ไข", new Locator.GetByLabelOptions().setExact(true)).check();
        line.locator("summary").click();
        line.locator("textarea").fill(remark);
        return this;
    }

    /** Notes that everything else is as it should be. */
    public Office restIsCorrect() {
        visitor.press("บันทึก โดยข้อที่เหลือครบถ้วนถูกต้องทั้งหมด").press("บันทึกและสรุปผลการตรวจ");
        return this;
    }

    /** Asks for all corrections at once. */
    public Office askForCorrections() {
        visitor.press("แจ้งให้ผู้ยื่นคำขอแก้ไข");
        return this;
    }

    /** Notes that the application is complete and correct. */
    public Office complete() {
        visitor.press("ยืนยันว่าครบถ้วนถูกต้อง");
        return this;
    }

    /** Makes an appointment on the first day that is a working day. */
    public Office appoint() {
        LocalDate day = LocalDate.now(ZoneId.of("Asia/Bangkok"));
        do {
            day = day.plusDays(1);
            if (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
                continue;
            }
            visitor.answer("วันที่ตรวจ", inWords(day));
            Locator time = visitor.main().getByLabel("เวลา", new Locator.GetByLabelOptions().setExact(true));
            time.selectOption("10:00");
            visitor.main().getByLabel("เจ้าหน้าที่ผู้ตรวจ").selectOption(
                    visitor.main().getByLabel("เจ้าหน้าที่ผู้ตรวจ").locator("option").last().getAttribute("value"));
            visitor.press("บันทึกนัดและแจ้งผู้ยื่นคำขอ");
        } while (!visitor.problems().isEmpty() || day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY);
        return this;
    }

    /** Adds a photograph of the premises. */
    public Office photograph(FilePayload photo, String caption) {
        visitor.main().locator("form[action$='/photos'] input[type=file]").setInputFiles(photo);
        visitor.answer("คำบรรยายภาพ (ไม่บังคับ)", caption).press("เพิ่มภาพถ่าย");
        return this;
    }

    /** Notes that the premises passed. */
    public Office passed(String findings) {
        visitor.answer("ผลการตรวจ", "ถูกต้องตามหลักเกณฑ์")
                .answer("รายละเอียดที่ตรวจพบ", findings)
                .answer(CONFIRM, CHECKED)
                .press("บันทึกผลการตรวจ");
        return this;
    }

    /** Advises those who decide. */
    public Office advise(String recommendation, String reasons) {
        visitor.answer("ความเห็น", recommendation)
                .answer("เหตุผลและข้อพิจารณา", reasons)
                .answer(CONFIRM, CHECKED)
                .press("เสนอผู้อนุมัติ");
        return this;
    }

    /** Approves. */
    public Office approve() {
        visitor.press("อนุญาต").answer(CONFIRM, CHECKED).press("บันทึกคำสั่งอนุญาต");
        if (visitor.text().contains("ยืนยันคำสั่งอนุญาต")) {
            visitor.answer("รหัสยืนยัน", code()).press("บันทึกคำสั่งอนุญาต");
        }
        return this;
    }

    /** The last approver's one-time code, read in another tab: the page that asks for it stays. */
    private String code() {
        try (Page letters = visitor.page().context().newPage()) {
            URI mailbox = URI.create(visitor.page().url()).resolve("/mailbox");
            letters.navigate(mailbox.toString());
            Locator newest = letters.locator("a", new Page.LocatorOptions().setHasText("รหัสยืนยันคำสั่งอนุญาต"));
            letters.navigate(mailbox.resolve(newest.first().getAttribute("href")).toString());
            Matcher code = CODE.matcher(letters.locator("main").innerText());
            if (!code.find()) {
                throw new AssertionError("no code in the letter");
            }
            return code.group(1);
        }
    }

    static String inWords(LocalDate day) {
        return day.getDayOfMonth() + " " + MONTHS[day.getMonthValue() - 1] + " " + (day.getYear() + BUDDHIST_ERA);
    }
}
