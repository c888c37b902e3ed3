package org.anuyat.workflow.submission.corrections;

/**
 * One defect of the list that the officers made (รายการที่ต้องแก้ไข).
 *
 * @param key of the form's field (a JSON Pointer without its first slash for nested ones) or of the document requirement
 * @param remark what is wrong and what to hand in, in the officer's words, shown to the applicant
 */
public record CorrectionItem(Kind kind, String key, String remark) {

    /** What an item is about. */
    public enum Kind {
        /** An answer of the form. */
        FIELD,
        /** A document: its files may be replaced, removed and added to. */
        DOCUMENT
    }

    public CorrectionItem {
        if (key.isBlank() || remark.isBlank()) {
            throw new IllegalArgumentException("an item names what is to be corrected and why");
        }
    }
}
