package org.anuyat.workflow.catalogue.form.control;

/** How an answer is asked for and read. */
public enum ControlKind {
    /** One line of text. */
    TEXT,
    /** Several lines of text. */
    TEXTAREA,
    /** A whole number. */
    INTEGER,
    /** A number with decimals. */
    DECIMAL,
    /** One of a few, all shown. */
    RADIOS,
    /** One of many. */
    SELECT,
    /** Yes, or nothing. */
    CHECKBOX,
    /** A day, typed as day, month and year of the Buddhist era. */
    DATE,
    /** A year of the Buddhist era. */
    YEAR,
    /** A national ID. */
    NATIONAL_ID,
    /** The number of a person or of a juristic person. */
    REGISTERED_ID,
    /** A telephone number in Thailand. */
    PHONE,
    /** A postcode of five digits. */
    POSTCODE,
    /** An e-mail address. */
    EMAIL,
    /** Rows of the same questions. */
    LIST
}
