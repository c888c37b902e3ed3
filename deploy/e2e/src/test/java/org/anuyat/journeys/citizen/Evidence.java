package org.anuyat.journeys.citizen;

import com.microsoft.playwright.options.FilePayload;
import org.anuyat.journeys.running.Visitor;

/** Handing in the slip of a payment that doesn't show. */
public final class Evidence {

    private final Visitor visitor;

    /** Opens the page from that of the fee, as its payer finds it. */
    public Evidence(Visitor visitor, String number) {
        this.visitor = visitor;
        visitor.open("/applications/" + number + "/fee").follow("ยื่นหลักฐานการชำระเงิน");
    }

    /** Hands in a file. */
    public Evidence handIn(FilePayload file) {
        visitor.main().locator("input[type=file]").setInputFiles(file);
        return press();
    }

    /** Says that there is no code on the slip, and hands it in. */
    public Evidence handInWithoutCode(FilePayload file) {
        visitor.main().getByLabel("สลิปหรือใบรับฝากนี้ไม่มีคิวอาร์โค้ด").check();
        return handIn(file);
    }

    /** Sends whatever is chosen. */
    public Evidence press() {
        visitor.press("ยื่นหลักฐาน");
        return this;
    }

    /** What stands at the field. */
    public String errorAtField() {
        return visitor.main().locator(".govuk-form-group--error .govuk-error-message").innerText();
    }
}
