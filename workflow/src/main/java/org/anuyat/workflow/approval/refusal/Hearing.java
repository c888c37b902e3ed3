package org.anuyat.workflow.approval.refusal;

/**
 * Whether the applicant was told the facts and heard before an order against them (การรับฟังคู่กรณี, Administrative Procedure Act
 * B.E. 2539 section 30).
 *
 * @param note when and how, and what the applicant said; or which exception of section 30 applies and why
 */
public record Hearing(Kind kind, String note) {

    /** Heard or not. */
    public enum Kind {
        /** The applicant had the opportunity (ให้โอกาสโต้แย้งแล้ว). */
        HEARD,
        /** An exception of section 30 paragraph 2 or 3 applies, or the applicant's own statements are the facts (ไม่ต้องรับฟัง). */
        NOT_REQUIRED
    }
}
