package org.anuyat.workflow.review;

/** What the reviewing officer advises the approvers to do. */
public enum Recommendation {
    /** Permit it (เห็นควรอนุญาต). */
    APPROVE,
    /** Refuse it (เห็นควรไม่อนุญาต). */
    REFUSE
}
