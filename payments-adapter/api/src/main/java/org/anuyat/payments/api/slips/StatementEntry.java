package org.anuyat.payments.api.slips;

import java.time.LocalDate;

/**
 * Money as it stands on the statement of the agency's account (รายการเดินบัญชี): the bank's own word, on paper.
 *
 * @param bank three-digit code of the bank whose statement it is
 * @param on the day of the statement's line, in Bangkok
 * @param line the number of that line, as the statement prints it, 1–40 characters; a line counts once for ever
 * @param officer who read it, as the platform names officers
 */
public record StatementEntry(String bank, LocalDate on, String line, long amountSatang, String officer) {

    /** What a line's number may consist of. */
    public static final String LINE = "[0-9A-Za-z][0-9A-Za-z ./_-]{0,39}";

    public StatementEntry {
        if (!bank.matches("[0-9]{3}")) {
            throw new IllegalArgumentException("bank must have three digits");
        }
        if (!line.matches(LINE)) {
            throw new IllegalArgumentException("line must have 1 to 40 letters, digits, points, slashes and hyphens");
        }
        if (amountSatang < 1) {
            throw new IllegalArgumentException("amountSatang must be at least 1, not " + amountSatang);
        }
        if (officer.isBlank() || officer.length() > 100) {
            throw new IllegalArgumentException("officer must have 1 to 100 characters");
        }
    }
}
