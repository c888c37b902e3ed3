package org.anuyat.journeys.citizen;

import com.microsoft.playwright.Locator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anuyat.journeys.running.Visitor;

/** What every citizen does alike: find the service, sign in, read letters. */
public final class Citizen {

    private static final Pattern CODE = Pattern.compile("(?m)^\\s*([0-9]{6})\\s*$");
    private static final String PASSWORD = "anuyat-demo";

    private final Visitor visitor;
    private final String username;

    public Citizen(Visitor visitor, String username) {
        this.visitor = visitor;
        this.username = username;
    }

    /** Searches the services by words. */
    public Citizen search(String words) {
        visitor.open("/").answer("ท่านต้องการทำเรื่องใด", words).press("ค้นหา");
        return this;
    }

    /** Opens the citizen manual of the first service found. */
    public Citizen readManual() {
        visitor.go(visitor.main().locator("section h3 a").first()::click);
        return this;
    }

    /** Signs in on the page of the identity provider that is shown, and comes back to where one was. */
    public Citizen signIn() {
        visitor.answer("ชื่อผู้ใช้งาน", username).answer("รหัสผ่าน", PASSWORD).press("เข้าสู่ระบบ");
        return this;
    }

    /** Reads the manual, signs in unless that was done before, and begins a draft. */
    public Draft start() {
        visitor.open("/services/food-licence").press("เริ่มยื่นคำขอ");
        Locator door = visitor.main().getByText("เข้าสู่ระบบเพื่อยื่นคำขอ");
        if (door.count() > 0) {
            visitor.go(door.first()::click);
            signIn();
        }
        visitor.press("เริ่มยื่นคำขอ");
        return new Draft(visitor);
    }

    /** Answers all pages of a draft, attaches all documents, and confirms; returns the number of the application. */
    public String apply(String nameOfPremises) {
        Draft draft = start();
        draft.answerAll(Premises.answers(nameOfPremises));
        draft.attachAll();
        return draft.check().declare().confirm(code());
    }

    /** The page of an application. */
    public Case open(String number) {
        visitor.open("/applications/" + number);
        return new Case(visitor, number);
    }

    /** The one-time code in the newest letter; the page that was shown is shown again. */
    public String code() {
        return code(visitor, "รหัสยืนยันการยื่นคำขอ");
    }

    static String code(Visitor visitor, String letter) {
        String before = visitor.path();
        visitor.open("/mailbox");
        Locator letters = visitor.main().getByText(letter);
        for (int tries = 0; letters.count() == 0 && tries < 40; tries++) {
            visitor.page().waitForTimeout(500);
            visitor.open("/mailbox");
        }
        visitor.go(letters.first()::click);
        Matcher code = CODE.matcher(visitor.text());
        if (!code.find()) {
            throw new AssertionError("no code in the letter:\n" + visitor.text());
        }
        visitor.open(before);
        return code.group(1);
    }
}
