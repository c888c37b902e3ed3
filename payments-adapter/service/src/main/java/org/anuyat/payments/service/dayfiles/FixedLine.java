package org.anuyat.payments.service.dayfiles;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;

/** One line of 256 bytes with its fields by offset. */
final class FixedLine {

    static final int LENGTH = 256;
    private static final int EARLIEST_YEAR = 2000;
    private static final int LATEST_YEAR = 2399;
    /** TIS-620 with the additions of code page 874, which banks' systems write. */
    private static final Charset THAI = Charset.forName("x-windows-874");
    private static final char UNDEFINED = '\uFFFD';

    private final int number;
    private final byte[] bytes;

    FixedLine(int number, byte[] bytes) {
        this.number = number;
        this.bytes = bytes;
    }

    int number() {
        return number;
    }

    char type() {
        return letter(0);
    }

    /** The byte at this place, as a letter of ASCII. */
    char letter(int at) {
        return (char) (bytes[at] & 0xFF);
    }

    /** Text without the blanks on its right. */
    String text(int from, int length, String field) {
        int end = from + length;
        while (end > from && bytes[end - 1] == ' ') {
            end--;
        }
        boolean plain = true;
        for (int i = from; i < end && plain; i++) {
            plain = bytes[i] >= ' ';
        }
        if (plain) {
            return new String(bytes, from, end - from, StandardCharsets.ISO_8859_1);
        }
        String text = new String(bytes, from, end - from, THAI);
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character < ' ' || character == UNDEFINED) {
                throw wrong(from + i, field, "the byte " + Integer.toHexString(bytes[from + i] & 0xFF) + " is no character of TIS-620");
            }
        }
        return text;
    }

    /** A number of at most 18 digits, filled with zeros on its left. */
    long number(int from, int length, String field) {
        long value = 0;
        for (int i = from; i < from + length; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                throw wrong(i, field, "not a digit");
            }
            value = value * 10 + digit;
        }
        return value;
    }

    /** Exactly these digits, leading zeros included. */
    String digits(int from, int length, String field) {
        number(from, length, field);
        return text(from, length, field);
    }

    /** Whether these digits are exactly the expected ones. */
    boolean hasDigits(int from, String expected, String field) {
        number(from, expected.length(), field);
        for (int i = 0; i < expected.length(); i++) {
            if (bytes[from + i] != expected.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** A day as DDMMYYYY, Gregorian: a file whose days are of the Buddhist era would be kept for a day that never comes. */
    LocalDate day(int from, String field) {
        long year = number(from + 4, 4, field);
        if (year < EARLIEST_YEAR || year > LATEST_YEAR) {
            throw wrong(from + 4, field, "not a year of the Gregorian calendar: " + text(from + 4, 4, field));
        }
        try {
            return LocalDate.of((int) year, (int) number(from + 2, 2, field), (int) number(from, 2, field));
        } catch (DateTimeException e) {
            throw wrong(from, field, "not a day DDMMYYYY: " + text(from, 8, field));
        }
    }

    /** A time as HHMMSS. */
    LocalTime time(int from, String field) {
        try {
            return LocalTime.of(
                    (int) number(from, 2, field), (int) number(from + 2, 2, field), (int) number(from + 4, 2, field));
        } catch (DateTimeException e) {
            throw wrong(from, field, "not a time HHMMSS: " + text(from, 6, field));
        }
    }

    MalformedDayFile wrong(int from, String field, String why) {
        return new MalformedDayFile(number, from + 1, field, why);
    }
}
