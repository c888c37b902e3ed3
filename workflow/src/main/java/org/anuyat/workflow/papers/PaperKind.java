package org.anuyat.workflow.papers;

/** What a paper is; how strong its seal is to be is set for each kind in the signing service. */
public enum PaperKind {
    /** An acknowledgement of receipt (ใบรับคำขอ). */
    ACKNOWLEDGEMENT("ใบรับคำขอ"),
    /** A written order under administrative law, such as a refusal (คำสั่งทางปกครอง). */
    ORDER("หนังสือแจ้งคำสั่ง"),
    /** A receipt for a fee (ใบเสร็จรับเงิน). */
    RECEIPT("ใบเสร็จรับเงิน"),
    /** A copy that an officer certified (สำเนาที่รับรองความถูกต้อง). */
    CERTIFIED_COPY("สำเนาที่รับรองความถูกต้อง");

    private final String thai;

    PaperKind(String thai) {
        this.thai = thai;
    }

    /** Its name, as the seal's reason says it. */
    public String thai() {
        return thai;
    }
}
