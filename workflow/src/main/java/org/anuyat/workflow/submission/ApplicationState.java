package org.anuyat.workflow.submission;

import java.util.EnumSet;
import java.util.Set;

/**
 * The life cycle of an application (คำขอ) from the moment it is confirmed. The graph is the one of {@link #next()}; later
 * rooms move an application along it and no other way.
 */
public enum ApplicationState {
    /** Entered the system and waits to be registered (รอลงรับ). */
    SUBMITTED,
    /** Registered; completeness, correctness and premises are being checked (อยู่ระหว่างตรวจสอบ). */
    IN_REVIEW,
    /** Waits for the applicant to correct what was listed (รอผู้ยื่นคำขอแก้ไข). */
    CORRECTION_REQUESTED,
    /** Before the approvers (อยู่ระหว่างพิจารณาอนุมัติ). */
    IN_APPROVAL,
    /** Approved, the fee is not yet paid (รอชำระค่าธรรมเนียม). */
    AWAITING_PAYMENT,
    /** The permit is being made and sealed (อยู่ระหว่างออกใบอนุญาต). */
    ISSUING,
    /** The permit is issued (ออกใบอนุญาตแล้ว). */
    ISSUED,
    /** The applicant took it back (ถอนคำขอ). */
    WITHDRAWN,
    /** Returned because it was not corrected in time (คืนคำขอ, Licensing Facilitation Act B.E. 2558 section 9). */
    RETURNED,
    /** Belongs to another agency, sent there (ส่งต่อหน่วยงานที่รับผิดชอบ, Act B.E. 2565 section 10). */
    FORWARDED,
    /** Refused with reasons (ไม่อนุญาต, Administrative Procedure Act B.E. 2539 section 37). */
    REFUSED,
    /** Approved but the fee was not paid in time (พ้นกำหนดชำระค่าธรรมเนียม). */
    LAPSED;

    /** The states that may follow this one; none for an end. */
    public Set<ApplicationState> next() {
        return switch (this) {
            case SUBMITTED -> EnumSet.of(IN_REVIEW, FORWARDED, WITHDRAWN);
            case IN_REVIEW -> EnumSet.of(CORRECTION_REQUESTED, IN_APPROVAL, RETURNED, FORWARDED, WITHDRAWN);
            case CORRECTION_REQUESTED -> EnumSet.of(IN_REVIEW, RETURNED, WITHDRAWN);
            case IN_APPROVAL -> EnumSet.of(IN_REVIEW, AWAITING_PAYMENT, ISSUING, REFUSED, WITHDRAWN);
            case AWAITING_PAYMENT -> EnumSet.of(ISSUING, LAPSED, WITHDRAWN);
            case ISSUING -> EnumSet.of(ISSUED);
            case ISSUED, WITHDRAWN, RETURNED, FORWARDED, REFUSED, LAPSED -> EnumSet.noneOf(ApplicationState.class);
        };
    }

    /** Whether nothing more happens to the application. */
    public boolean isEnd() {
        return next().isEmpty();
    }
}
