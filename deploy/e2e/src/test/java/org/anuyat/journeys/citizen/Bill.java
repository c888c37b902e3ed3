package org.anuyat.journeys.citizen;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.anuyat.journeys.papers.QrCode;
import org.anuyat.journeys.running.Visitor;

/** The page on which a fee is paid. */
public final class Bill {

    private final Visitor visitor;

    Bill(Visitor visitor) {
        this.visitor = visitor;
    }

    /** What the bank's application reads from the code on the screen. */
    public String scan() {
        Locator code = visitor.main().locator(".portal-qr");
        code.scrollIntoViewIfNeeded();
        return QrCode.in(code.screenshot());
    }

    /** What the page says about a reference, without the button that copies it. */
    public String line(String name) {
        return visitor.main()
                .locator(".govuk-summary-list__row", new Locator.LocatorOptions().setHasText(name))
                .first()
                .locator(".portal-code")
                .innerText();
    }

    /** Waits until the page that stays open says by itself that the fee is paid. */
    public Bill seePaid() {
        visitor.main()
                .locator(".govuk-panel__title", new Locator.LocatorOptions().setHasText("ชำระค่าธรรมเนียมแล้ว"))
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.VISIBLE).setTimeout(120_000));
        return this;
    }

    /** Waits until the page that stays open says by itself that a bank has reported the payment. */
    public Bill seeReported() {
        visitor.main()
                .locator(".govuk-inset-text", new Locator.LocatorOptions().setHasText("ธนาคารแจ้งว่าท่านชำระเงินแล้ว"))
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.VISIBLE).setTimeout(120_000));
        return this;
    }
}
