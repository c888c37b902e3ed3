package org.anuyat.journeys.citizen;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import org.anuyat.journeys.running.Visitor;

/** An application after it was handed in, as its applicant sees it. */
public final class Case {

    private final Visitor visitor;
    private final String number;

    Case(Visitor visitor, String number) {
        this.visitor = visitor;
        this.number = number;
    }

    /** Its status in words. */
    public String state() {
        return visitor.main().locator(".govuk-tag").first().innerText();
    }

    /**
     * Looks again until it has this status: documents are made and sealed in the background, and what a killed process was telling is told again
     * when its lease of two minutes has run out.
     */
    public Case waitFor(String state) {
        for (int tries = 0; !state().equals(state) && tries < 400; tries++) {
            visitor.page().waitForTimeout(500);
            visitor.open("/applications/" + number);
        }
        if (!state().equals(state)) {
            throw new AssertionError("the application is still “" + state() + "”, not “" + state + "”");
        }
        return this;
    }

    /** Opens what officers asked to have corrected. */
    public Case corrections() {
        visitor.open("/applications/" + number + "/correct");
        return this;
    }

    /** What there is to correct, one line a thing. */
    public java.util.List<String> toCorrect() {
        return visitor.main().locator(".govuk-task-list__link").allInnerTexts();
    }

    /** Corrects an answer. */
    public Case correct(String task, String question, String answer) {
        visitor.follow(task).answer(question, answer).press("บันทึกการแก้ไข");
        return this;
    }

    /** Replaces the files of a document. */
    public Case correct(String task, FilePayload file) {
        visitor.follow(task);
        visitor.main().locator("input[type=file]").setInputFiles(file);
        visitor.press("อัปโหลด").press("กลับไปที่รายการแก้ไข");
        return this;
    }

    /** Hands the corrected application in again, signed by a code. */
    public Case handInAgain() {
        return confirm(declare());
    }

    /** Says that everything is true; returns the code that comes by letter. */
    public String declare() {
        visitor.answer("คำรับรอง", "ข้าพเจ้าได้อ่านและขอรับรองตามข้อความข้างต้น").press("รับรองและขอรหัสยืนยัน");
        return Citizen.code(visitor, "รหัสยืนยันการส่งคำขอที่แก้ไข เลขที่ " + number);
    }

    /** Signs by the code. */
    public Case confirm(String code) {
        visitor.answer("รหัสยืนยัน 6 หลัก", code).press("ยืนยันและส่งคำขอที่แก้ไขแล้ว");
        return this;
    }

    /** Opens the bill. */
    public Bill bill() {
        visitor.open("/applications/" + number + "/fee");
        return new Bill(visitor);
    }

    /** Opens the permit on the screen. */
    public Case permit() {
        visitor.open("/applications/" + number + "/permit");
        return this;
    }

    /** Rates the service. */
    public Case rate(String satisfaction, String words) {
        visitor.open("/applications/" + number);
        Locator form = visitor.main().locator("form[action$='/rating']");
        form.getByLabel(satisfaction, new Locator.GetByLabelOptions().setExact(true)).check();
        form.locator("textarea").fill(words);
        visitor.press(form, "ส่งการประเมิน");
        return this;
    }
}
