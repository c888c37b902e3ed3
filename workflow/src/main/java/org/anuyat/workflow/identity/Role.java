package org.anuyat.workflow.identity;

/** What somebody may do. Officers may hold several roles. */
public enum Role {
    /** An applicant (ผู้ยื่นคำขอ). */
    CITIZEN,
    /** Receives and registers applications (เจ้าหน้าที่รับคำขอ). */
    RECEIVING_OFFICER,
    /** Checks completeness and correctness (เจ้าหน้าที่ตรวจสอบ). */
    REVIEWER,
    /** Inspects places (เจ้าหน้าที่ตรวจสถานที่). */
    INSPECTOR,
    /** Looks after money (เจ้าหน้าที่การเงิน). */
    FINANCE,
    /** The first who approves, such as the head of the division (ผู้อำนวยการกอง). */
    APPROVER_1,
    /** The one who decides in the end, such as the mayor (ผู้อนุญาต). */
    APPROVER_2,
    /** Designs services: forms, fees, documents (ผู้ออกแบบบริการ). */
    DESIGNER,
    /** Reads what was done, changes nothing (ผู้ตรวจสอบภายใน). */
    AUDITOR,
    /** Looks after the agency's officers: who may do what, until when (ผู้ดูแลระบบ). Has no part in any case. */
    ADMINISTRATOR;

    /** The role as Spring Security's authorities name it. */
    public String authority() {
        return "ROLE_" + name();
    }
}
