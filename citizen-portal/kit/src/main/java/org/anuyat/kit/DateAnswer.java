package org.anuyat.kit;

import java.time.LocalDate;
import org.anuyat.workflow.thai.BuddhistDate;
import org.anuyat.workflow.thai.MalformedValueException;
import org.anuyat.workflow.thai.ThaiDigits;
import org.jspecify.annotations.Nullable;

/**
 * A date as a citizen has typed it: day, month, and year of the Buddhist era (พุทธศักราช). The fragment {@code date}
 * submits it as {@code name.day}, {@code name.month}, {@code name.year}; Thai digits are accepted.
 */
public record DateAnswer(String day, String month, String year) {

    public static DateAnswer of(@Nullable String day, @Nullable String month, @Nullable String year) {
        return new DateAnswer(tidy(day), tidy(month), tidy(year));
    }

    /** The boxes as they were bound from a form; empty ones when the form had none. */
    public static DateAnswer tidied(@Nullable DateAnswer bound) {
        return bound == null ? of((LocalDate) null) : of(bound.day, bound.month, bound.year);
    }

    /** The boxes for a date that is known already. */
    public static DateAnswer of(@Nullable LocalDate date) {
        return date == null
                ? new DateAnswer("", "", "")
                : new DateAnswer(String.valueOf(date.getDayOfMonth()), String.valueOf(date.getMonthValue()),
                        String.valueOf(BuddhistDate.yearOf(date)));
    }

    public boolean isEmpty() {
        return day.isEmpty() && month.isEmpty() && year.isEmpty();
    }

    /**
     * The date that was meant.
     *
     * @throws MalformedValueException when there is no such day or something is missing; the message
     *         {@code kit.malformed.} and the exception's code says it in words
     */
    public LocalDate date() {
        return BuddhistDate.parse(day, month, year);
    }

    private static String tidy(@Nullable String typed) {
        return typed == null ? "" : ThaiDigits.toArabic(typed).strip();
    }
}
