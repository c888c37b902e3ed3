package org.anuyat.workflow.registry;

/** Whether a permit is good. */
public enum PermitStatus {
    /** Good today (ใช้ได้). */
    VALID,
    /** Its time is over (หมดอายุ). */
    EXPIRED,
    /** Not to be used for now (พักใช้). */
    SUSPENDED,
    /** Taken back for good (เพิกถอน). */
    REVOKED
}
