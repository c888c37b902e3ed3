package org.anuyat.workflow.worklist;

import org.anuyat.workflow.identity.Role;

/** What an officer is asked to do with an application. The order of the constants is the order of the procedure. */
public enum TaskKind {
    /** Register it, or send it to the right agency (ลงรับคำขอ). */
    REGISTER(Role.RECEIVING_OFFICER),
    /** Check completeness and correctness (ตรวจสอบความครบถ้วนถูกต้อง). */
    CHECK(Role.REVIEWER),
    /** Make the appointment and inspect the place (ตรวจสถานที่). */
    INSPECT(Role.INSPECTOR),
    /** Give an opinion to the approvers (เสนอความเห็น). */
    RECOMMEND(Role.REVIEWER),
    /** Decide at one level of the hierarchy (พิจารณาอนุมัติ); which role does so is the service's own rule. */
    APPROVE(Role.APPROVER_1);

    private final Role role;

    TaskKind(Role role) {
        this.role = role;
    }

    /** The role that the task waits for, unless the service names another one for its level of approval. */
    public Role role() {
        return role;
    }
}
