package org.anuyat.backoffice.sheet;

/**
 * A cell of a CSV file that no spreadsheet takes for a formula: what begins like one gets an apostrophe in front (OWASP, CSV
 * injection). Applicants choose their own names.
 */
final class PlainCell {

    private static final String DANGEROUS = "=+-@\t\r\n＝＋－＠";

    private PlainCell() {}

    static String of(String text) {
        return !text.isEmpty() && DANGEROUS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
