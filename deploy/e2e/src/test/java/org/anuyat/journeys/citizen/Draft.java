package org.anuyat.journeys.citizen;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.anuyat.journeys.papers.Paper;
import org.anuyat.journeys.running.Visitor;

/** A draft: its list of tasks, the pages of its form, its documents, and how it becomes an application. */
public final class Draft {

    private static final String SAVE = "บันทึกและดำเนินการต่อ";

    private final Visitor visitor;
    private final String path;

    Draft(Visitor visitor) {
        this.visitor = visitor;
        this.path = visitor.path().replaceFirst("[?#].*", "");
    }

    /** Who looks at it. */
    public Visitor visitor() {
        return visitor;
    }

    /** The address of the list of tasks. */
    public String path() {
        return path;
    }

    /** Opens the list of tasks. */
    public Draft open() {
        visitor.open(path);
        return this;
    }

    /** Opens a page of the form by its title. */
    public Draft page(String title) {
        open();
        visitor.follow(title);
        return this;
    }

    /** Answers questions of the page that is shown. */
    public Draft answer(Map<String, String> answers) {
        answers.forEach(visitor::answer);
        return this;
    }

    /** Makes a box writable that the page locks, as somebody does who knows a browser's tools. */
    public Draft unlock(String question) {
        visitor.control(question).evaluate("box => box.removeAttribute('readonly')");
        return this;
    }

    /** Saves the page that is shown. */
    public Draft save() {
        visitor.press(SAVE);
        return this;
    }

    /** Answers and saves every page. */
    public Draft answerAll(Map<String, Map<String, String>> pages) {
        pages.forEach((title, answers) -> page(title).answer(answers).save());
        return this;
    }

    /** The error that stands at a question; empty when there is none. */
    public String errorAt(String question) {
        Locator field = visitor.main()
                .locator(".govuk-form-group", new Locator.LocatorOptions().setHas(visitor.page().getByText(question).first()))
                .last();
        Locator error = field.locator(".govuk-error-message");
        return error.count() == 0 ? "" : error.first().innerText();
    }

    /** What stands in the box of a question. */
    public String typedAt(String question) {
        return visitor.control(question).inputValue();
    }

    /** Attaches a file to a document of the list. */
    public Draft attach(String document, FilePayload file) {
        return attach(document, box -> box.setInputFiles(file));
    }

    /** Attaches a file from the disk, which may be a large one. */
    public Draft attach(String document, Path file) {
        return attach(document, box -> box.setInputFiles(file));
    }

    private Draft attach(String document, Consumer<Locator> choose) {
        Locator form = document(document).locator("form[action*='/documents/']");
        choose.accept(form.locator("input[type=file]"));
        visitor.press(form, "อัปโหลด " + document);
        return this;
    }

    /** Attaches a PDF to each document that must be handed in. */
    public Draft attachAll() {
        documents();
        for (int i = 0; i < Premises.DOCUMENTS.size(); i++) {
            attach(Premises.DOCUMENTS.get(i), Paper.pdf("เอกสาร " + (i + 1) + ".pdf"));
        }
        return this;
    }

    /** Opens the list of documents. */
    public Draft documents() {
        visitor.open(path + "/documents");
        return this;
    }

    /** The part of the page about one document. */
    public Locator document(String name) {
        return visitor.main()
                .getByRole(AriaRole.REGION, new Locator.GetByRoleOptions().setName(name))
                .first();
    }

    /** Opens all answers and documents to check them. */
    public Draft check() {
        open();
        visitor.follow("ตรวจสอบข้อมูลและยื่นคำขอ");
        return this;
    }

    /** Says that they are true, and asks for the code. */
    public Draft declare() {
        visitor.press("ข้อมูลถูกต้อง ดำเนินการต่อ")
                .answer("คำรับรอง", "ข้าพเจ้าได้อ่านและขอรับรองตามข้อความข้างต้น")
                .press("รับรองและขอรหัสยืนยัน");
        return this;
    }

    /** Confirms by the code; returns the number of the application. */
    public String confirm(String code) {
        visitor.answer("รหัสยืนยัน 6 หลัก", code).press("ยืนยันการยื่นคำขอ");
        return visitor.page().locator(".govuk-panel__body").innerText().replaceAll(".*\\s", "");
    }
}
