package org.anuyat.workflow.acts;

/**
 * Who acts.
 *
 * @param kind in which capacity
 * @param id the account's subject for people, a stable name for machines
 * @param displayName as the record of the act shows it; officers with their name, never a national ID
 */
public record Actor(Kind kind, String id, String displayName) {

    /** The platform itself: timers, jobs, deadlines. */
    public static final Actor SYSTEM = new Actor(Kind.SYSTEM, "anuyat", "ระบบ");

    /** The capacities in which one can act. */
    public enum Kind {
        /** An applicant (ผู้ยื่นคำขอ). */
        CITIZEN,
        /** An officer of the agency (เจ้าหน้าที่). */
        OFFICER,
        /** The platform. */
        SYSTEM,
        /** A bank that confirms a payment. */
        BANK
    }

    /** An applicant. */
    public static Actor citizen(String id, String displayName) {
        return new Actor(Kind.CITIZEN, id, displayName);
    }

    /** An officer. */
    public static Actor officer(String id, String displayName) {
        return new Actor(Kind.OFFICER, id, displayName);
    }
}
