package org.anuyat.journeys.citizen;

import org.anuyat.journeys.running.Visitor;

/** The make-believe bank. */
public final class SandboxBank {

    private final Visitor visitor;

    public SandboxBank(Visitor visitor) {
        this.visitor = visitor;
    }

    /** Pays what a QR code says, in the manner named. */
    public SandboxBank pay(String qr, String manner) {
        visitor.open("/sandbox-bank").answer("วางข้อความของคิวอาร์โค้ด", qr).press("อ่านข้อความ");
        visitor.main().getByLabel(manner).check();
        visitor.press("ยืนยันการชำระเงินจำลอง");
        return this;
    }
}
