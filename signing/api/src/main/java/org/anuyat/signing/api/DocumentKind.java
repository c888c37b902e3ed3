package org.anuyat.signing.api;

/** What a document is; the level of its signature depends on how long it must be possible to trust it. */
public enum DocumentKind {
    /** A permit (ใบอนุญาต): to be trusted for decades. */
    PERMIT,
    /** A refusal, an order to correct, or another order under administrative law (คำสั่งทางปกครอง). */
    ORDER,
    /** A receipt (ใบเสร็จรับเงิน). */
    RECEIPT,
    /** An acknowledgement of receipt (หลักฐานการรับคำขอ). */
    ACKNOWLEDGEMENT,
    /** A certified copy (สำเนาที่รับรองความถูกต้อง). */
    CERTIFIED_COPY
}
