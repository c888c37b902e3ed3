package org.anuyat.payments.api.slips;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

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

    private static final String MARK = "STM-";
    private static final Pattern NUMBER = Pattern.compile(MARK + "[0-9]{8}-.+");

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

    /** The number under which the line's money stands in the books, where other money has its bank's: a line of a day's statement counts once for ever. */
    public String number() {
        return MARK + on.format(DateTimeFormatter.BASIC_ISO_DATE) + "-" + line.replace(" ", "").toUpperCase(Locale.ROOT);
    }

    /** Whether a payment's number is a statement's line: its money has a day, and no time of its own. */
    public static boolean isNumber(String transactionId) {
        return NUMBER.matcher(transactionId).matches();
    }
}
