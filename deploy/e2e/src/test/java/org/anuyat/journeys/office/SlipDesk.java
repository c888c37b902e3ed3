package org.anuyat.journeys.office;

import com.microsoft.playwright.Locator;
import java.time.LocalDate;
import java.time.ZoneId;
import org.anuyat.journeys.running.Visitor;

/** What officers do about slips that payers hand in. */
public final class SlipDesk {

    private final Visitor visitor;

    private SlipDesk(Visitor visitor) {
        this.visitor = visitor;
    }

    public static SlipDesk signIn(Visitor visitor, String username) {
        Office.signIn(visitor, username);
        return new SlipDesk(visitor);
    }

    /** Opens the oldest slip of an application that waits. */
    public SlipDesk open(String number) {
        visitor.open("/backoffice/slips?text=" + number);
        visitor.follow(visitor.main().locator("tbody"), "");
        return this;
    }

    /** Whether the pictures of the slip are there, and not only their frames. */
    public boolean showsPictures() {
        Locator pictures = visitor.main().locator("img.office-slip");
        return pictures.count() > 0
                && pictures.all().stream().allMatch(one -> (Boolean) one.evaluate(
                        "async picture => { await picture.decode(); return picture.naturalWidth > 300 }"));
    }

    /** Has the bank asked. */
    public SlipDesk ask() {
        visitor.press("สอบถามธนาคารเดี๋ยวนี้");
        return this;
    }

    /** Opens the form for a line of the statement. */
    public SlipDesk statement() {
        visitor.follow("พบเงินในรายการเดินบัญชี");
        return this;
    }

    /** Types a line of today. */
    public SlipDesk type(String bank, String line, String baht) {
        visitor.answer("ธนาคารเจ้าของรายการเดินบัญชี", bank)
                .answer("วันที่ในรายการเดินบัญชี", Office.inWords(LocalDate.now(ZoneId.of("Asia/Bangkok"))))
                .answer("เลขที่รายการหรือเลขบรรทัด", line)
                .answer("จำนวนเงินในรายการเดินบัญชี", baht);
        return goOn();
    }

    /** Decides; what is typed is shown again before it counts. */
    public SlipDesk decide(String decision, String reason) {
        visitor.main().getByLabel(decision, new Locator.GetByLabelOptions().setExact(true)).check();
        if (!reason.isEmpty()) {
            visitor.answer("เหตุผล", reason);
        }
        return goOn();
    }

    private SlipDesk goOn() {
        visitor.press("ตรวจสอบก่อนยืนยัน");
        return this;
    }

    /** Confirms a line of the statement that is shown again. */
    public SlipDesk enter() {
        visitor.press("ยืนยันการบันทึก");
        return this;
    }

    /** Confirms a decision that is shown again. */
    public SlipDesk confirm() {
        visitor.press("ยืนยันการวินิจฉัย");
        return this;
    }
}
