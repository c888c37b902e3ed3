package org.anuyat.workflow.submission;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number of an application (เลขที่คำขอ), such as {@code TYM69-000123-15}: the agency's code, the last two digits of the
 * Buddhist year in which it entered, a running number, and two check digits by ISO/IEC 7064 MOD 97-10 over all characters
 * before them (the method of the IBAN), so that one mistyped character and two swapped ones are found before anybody searches.
 *
 * <p>The running number comes from a database sequence: unique for ever and free of waiting, but with gaps, and shared by all
 * agencies of the installation. What has to be free of gaps is the receive number (เลขรับ) of process 4.
 */
public record ApplicationNumber(String agency, int buddhistYear, long running) {

    private static final Pattern FORM = Pattern.compile("([A-Z]{2,8})([0-9]{2})-([0-9]{6,15})-([0-9]{2})");

    public ApplicationNumber {
        if (!agency.matches("[A-Z]{2,8}")) {
            throw new IllegalArgumentException("an agency code is 2 to 8 capital letters, not " + agency);
        }
        if (buddhistYear < 0 || buddhistYear > 99) {
            throw new IllegalArgumentException("two digits of the year, not " + buddhistYear);
        }
        if (running < 1 || running > 999_999_999_999_999L) {
            throw new IllegalArgumentException("the running number has 1 to 15 digits, not " + running);
        }
    }

    /**
     * Reads a number as people write it: small letters, Thai digits, spaces and missing hyphens are accepted.
     *
     * @return empty when the form or a check digit is wrong
     */
    public static Optional<ApplicationNumber> parse(String text) {
        String plain = withArabicDigits(text.strip()).toUpperCase(Locale.ROOT).replaceAll("[\\s\\p{Pd}]", "");
        var parts = Pattern.compile("([A-Z]{2,8})([0-9]{2})([0-9]{6,15})([0-9]{2})").matcher(plain);
        if (!parts.matches() || Long.parseLong(parts.group(3)) < 1) {
            return Optional.empty();
        }
        var number = new ApplicationNumber(
                parts.group(1), Integer.parseInt(parts.group(2)), Long.parseLong(parts.group(3)));
        return number.toString().replace("-", "").equals(plain) ? Optional.of(number) : Optional.empty();
    }

    /** Whether the text is a number exactly as {@link #toString()} writes it. */
    public static boolean isWellFormed(String text) {
        return FORM.matcher(text).matches()
                && parse(text).map(number -> number.toString().equals(text)).orElse(false);
    }

    @Override
    public String toString() {
        String body = "%s%02d%06d".formatted(agency, buddhistYear, running);
        return "%s%02d-%06d-%02d".formatted(agency, buddhistYear, running, checkDigits(body));
    }

    private static int checkDigits(String body) {
        int rest = 0;
        for (char c : (body + "00").toCharArray()) {
            int value = Character.digit(c, 36);
            rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
        }
        return 98 - rest;
    }

    private static String withArabicDigits(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.chars().forEach(c -> plain.append((char) (c >= '๐' && c <= '๙' ? c - '๐' + '0' : c)));
        return plain.toString();
    }
}
