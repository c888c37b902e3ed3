package org.anuyat.journeys.office;

import org.anuyat.journeys.running.Visitor;

/** What officers do on the pages about money. */
public final class Finance {

    private final Visitor visitor;

    private Finance(Visitor visitor) {
        this.visitor = visitor;
    }

    public static Finance signIn(Visitor visitor, String username) {
        Office.signIn(visitor, username);
        return new Finance(visitor);
    }

    /** Cancels the valid receipt and issues another to this payer; pictures of each page are kept under the name. */
    public Finance replaceReceipt(String number, String payer, String pictures) {
        visitor.open("/backoffice/finance?number=" + number).picture(pictures + "-finance").follow("ใบเสร็จรับเงินทั้งหมดของคำขอนี้");
        visitor.main().getByLabel("ยกเลิกและออกใบเสร็จรับเงินแทน").check();
        visitor.main().getByLabel("ชื่อผิด (RCTC01)").check();
        visitor.answer("เหตุผล", "สะกดชื่อผู้ชำระเงินไม่ถูกต้อง")
                .answer("ชื่อผู้ชำระเงินที่จะปรากฏบนใบเสร็จรับเงินใหม่", payer)
                .picture(pictures + "-receipts")
                .press("ตรวจสอบก่อนยืนยัน")
                .picture(pictures + "-receipts-check")
                .press("ยืนยัน");
        return this;
    }

    /** Proposes to give the whole fee back. */
    public Finance proposeWholeFee(String number, String reason, String pictures) {
        visitor.open("/backoffice/finance?number=" + number).follow("เสนอคืนค่าธรรมเนียมทั้งจำนวน");
        visitor.answer("เหตุผล", reason).picture(pictures + "-propose").press("ตรวจสอบก่อนยืนยัน").press("ยืนยันการเสนอคืนเงิน");
        return this;
    }

    /** Approves the newest refund that waits. */
    public Finance approveRefund(String pictures) {
        visitor.open("/backoffice/refunds").picture(pictures + "-refunds");
        visitor.follow(visitor.main().locator("tbody"), "");
        visitor.main().getByLabel("อนุมัติ", new com.microsoft.playwright.Locator.GetByLabelOptions().setExact(true)).check();
        visitor.press("ตรวจสอบก่อนยืนยัน").picture(pictures + "-refund-check").press("ยืนยันการวินิจฉัย");
        return this;
    }

    /** Looks at the refund again until the bank has confirmed it. */
    public Finance seeGivenBack() {
        for (int tries = 0; tries < 120 && !visitor.text().contains("ธนาคารยืนยันการคืนเงินแล้ว"); tries++) {
            visitor.page().waitForTimeout(500);
            visitor.open(visitor.path());
        }
        return this;
    }
}
