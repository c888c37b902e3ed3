package org.anuyat.payments.service.banks.calls;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Fields of banks' messages, in which everything may be missing until it is checked. */
public final class Field {

    private static final int MOST_AMOUNT = 20;

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2400-01-01T00:00:00Z");

    private Field() {}

    /**
     * A text without the blanks around it that fixed-length systems leave.
     *
     * @param most characters
     * @throws UnreadableReport when it is missing, blank or longer, or has characters that are no text
     */
    public static String present(String field, @Nullable String value, int most) {
        String text = value == null ? "" : value.strip();
        if (text.isEmpty() || text.length() > most) {
            throw new UnreadableReport(field + " must have 1 to " + most + " characters");
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new UnreadableReport(field + " must not have control characters");
        }
        return text;
    }

    /**
     * A text that may be missing, which then is empty.
     *
     * @throws UnreadableReport when it is longer than {@code most}
     */
    public static String optional(String field, @Nullable String value, int most) {
        return value == null || value.isBlank() ? "" : present(field, value, most);
    }

    /**
     * Baht with at most two decimals as satang.
     *
     * @throws UnreadableReport when it is missing, no such number, or not above zero
     */
    public static long satang(String field, @Nullable String baht) {
        try {
            long satang = new BigDecimal(present(field, baht, MOST_AMOUNT)).movePointRight(2).longValueExact();
            if (satang > 0) {
                return satang;
            }
            throw new UnreadableReport(field + " is not above zero");
        } catch (NumberFormatException e) {
            throw new UnreadableReport(field + " is not a number", e);
        } catch (ArithmeticException e) {
            throw new UnreadableReport(field + " is not baht with at most two decimals: " + baht, e);
        }
    }

    /**
     * When a bank says that somebody paid.
     *
     * @throws UnreadableReport when the year can't be meant, as one of the Buddhist era, which Thai systems write by mistake
     */
    public static Instant moment(String field, Instant said) {
        if (said.isBefore(EARLIEST) || !said.isBefore(LATEST)) {
            throw new UnreadableReport(field + " must have a year of the Gregorian calendar, from 2000 to 2399");
        }
        return said;
    }

    /** Satang as baht with two decimals. */
    public static String baht(long satang) {
        return BigDecimal.valueOf(satang, 2).toPlainString();
    }
}
