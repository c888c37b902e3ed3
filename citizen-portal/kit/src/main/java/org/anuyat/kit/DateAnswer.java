package org.anuyat.kit;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A date as a citizen has typed it: day, month, and year of the Buddhist era (พุทธศักราช). The fragment {@code date}
 * submits it as {@code name.day}, {@code name.month}, {@code name.year}; Thai digits are accepted.
 */
public record DateAnswer(String day, String month, String year) {

    private static final int BUDDHIST_YEARS_AHEAD = 543;

    public static DateAnswer of(@Nullable String day, @Nullable String month, @Nullable String year) {
        return new DateAnswer(digits(day), digits(month), digits(year));
    }

    public static DateAnswer of(@Nullable LocalDate date) {
        return date == null
                ? new DateAnswer("", "", "")
                : new DateAnswer(String.valueOf(date.getDayOfMonth()), String.valueOf(date.getMonthValue()),
                        String.valueOf(date.getYear() + BUDDHIST_YEARS_AHEAD));
    }

    public boolean isEmpty() {
        return day.isEmpty() && month.isEmpty() && year.isEmpty();
    }

    /**
     * The date that was meant, empty when there is no such day. A year below 2400 can't be meant as one of the Buddhist
     * era and is taken as one of the common era.
     */
    public Optional<LocalDate> date() {
        try {
            int typed = Integer.parseInt(year);
            int commonEra = typed >= 2400 ? typed - BUDDHIST_YEARS_AHEAD : typed;
            return commonEra < 1800 || commonEra > 2400
                    ? Optional.empty()
                    : Optional.of(LocalDate.of(commonEra, Integer.parseInt(month), Integer.parseInt(day)));
        } catch (NumberFormatException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String digits(@Nullable String typed) {
        if (typed == null) {
            return "";
        }
        StringBuilder latin = new StringBuilder();
        typed.strip().codePoints().forEach(c -> {
            int digit = Character.digit(c, 10);
            latin.appendCodePoint(digit >= 0 ? '0' + digit : c);
        });
        return latin.toString();
    }
}
