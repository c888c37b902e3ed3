package org.anuyat.workflow.review.cases;

import java.util.EnumSet;
import java.util.Set;

/** How far the officers have come with a registered case. The graph is the one of {@link #next()}. */
public enum Stage {
    /** Completeness and correctness are being checked (กำลังตรวจความครบถ้วนถูกต้อง). */
    CHECKING,
    /** The applicant corrects (รอผู้ยื่นคำขอแก้ไข). */
    CORRECTING,
    /** Found complete and correct (ครบถ้วนถูกต้อง). */
    COMPLETE,
    /** An inspection is appointed (นัดตรวจสถานที่แล้ว). */
    APPOINTED,
    /** The place was inspected (ตรวจสถานที่แล้ว). */
    INSPECTED,
    /** Before the approvers with an opinion (เสนอผู้อนุมัติแล้ว). */
    RECOMMENDED,
    /** Returned to the applicant (คืนคำขอแล้ว). */
    RETURNED;

    /** The stages that may follow this one. */
    public Set<Stage> next() {
        return switch (this) {
            case CHECKING -> EnumSet.of(CORRECTING, COMPLETE, RETURNED);
            case CORRECTING -> EnumSet.of(CHECKING, RETURNED);
            case COMPLETE -> EnumSet.of(APPOINTED, RECOMMENDED);
            case APPOINTED -> EnumSet.of(APPOINTED, INSPECTED);
            case INSPECTED -> EnumSet.of(COMPLETE, RECOMMENDED);
            case RECOMMENDED -> EnumSet.of(COMPLETE, INSPECTED);
            case RETURNED -> EnumSet.noneOf(Stage.class);
        };
    }
}
