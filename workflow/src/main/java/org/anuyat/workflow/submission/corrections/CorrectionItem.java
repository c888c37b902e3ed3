package org.anuyat.workflow.submission.corrections;

/**
 * One defect of the list that the officers made (รายการที่ต้องแก้ไข).
 *
 * @param key of the form's control (a path with dots, such as {@code place.areaSqm}) or of the document requirement
 * @param remark what is wrong and what to hand in, in the officer's words, shown to the applicant; empty only for what a
 *     corrected answer calls for by itself
 */
public record CorrectionItem(Kind kind, String key, String remark) {

    /** What an item is about. */
    public enum Kind {
        /** An answer of the form. */
        FIELD,
        /** A document: all of its files are handed in anew. */
        DOCUMENT
    }

    public CorrectionItem {
        if (key.isBlank()) {
            throw new IllegalArgumentException("an item names what is to be corrected");
        }
    }
}
