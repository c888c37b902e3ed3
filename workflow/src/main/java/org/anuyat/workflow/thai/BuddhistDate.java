package org.anuyat.workflow.thai;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Dates as people in Thailand read them: the Buddhist era (พุทธศักราช, the common year plus 543) in Thai, the common era in
 * English, instants at the wall clock of Bangkok. The names of months are kept here because a small Java runtime comes
 * without Thai locale data and would then speak English without a word. Digits are Arabic; {@link ThaiDigits#toThai} makes
 * the result fit for an official paper.
 */
public final class BuddhistDate {

    /** Where the offices are. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Bangkok");

    /** The Buddhist era is ahead of the common one by this many years (พ.ศ. − ค.ศ., since 1941). */
    public static final int ERA = 543;

    private static final int FIRST_YEAR = 2400;
    private static final int LAST_YEAR = 2700;
    private static final String[] THAI = {"มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน",
        "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม"};
    private static final String[] THAI_SHORT = {"ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.",
        "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค."};
    private static final String[] ENGLISH = {"January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December"};

    private BuddhistDate() {
    }

    /** "20 พฤศจิกายน 2569". */
    public static String full(LocalDate date) {
        return full(date, Locale.forLanguageTag("th"));
    }

    /** "20 พฤศจิกายน 2569", or "20 November 2026" for an English locale; any other language reads Thai. */
    public static String full(LocalDate date, Locale locale) {
        return english(locale)
                ? date.getDayOfMonth() + " " + month(date, ENGLISH) + " " + date.getYear()
                : date.getDayOfMonth() + " " + month(date, THAI) + " " + (date.getYear() + ERA);
    }

    /** The date in Bangkok at that instant, as {@link #full(LocalDate)}. */
    public static String full(Instant instant) {
        return full(dateOf(instant));
    }

    /** The date in Bangkok at that instant, as {@link #full(LocalDate, Locale)}. */
    public static String full(Instant instant, Locale locale) {
        return full(dateOf(instant), locale);
    }

    /** "20 พฤศจิกายน พ.ศ. 2569", as orders and announcements write it. */
    public static String formal(LocalDate date) {
        return date.getDayOfMonth() + " " + month(date, THAI) + " พ.ศ. " + (date.getYear() + ERA);
    }

    /** "20 พ.ย. 2569", for tables. */
    public static String brief(LocalDate date) {
        return brief(date, Locale.forLanguageTag("th"));
    }

    /** "20 พ.ย. 2569", or "20 Nov 2026" for an English locale. */
    public static String brief(LocalDate date, Locale locale) {
        return english(locale)
                ? date.getDayOfMonth() + " " + month(date, ENGLISH).substring(0, 3) + " " + date.getYear()
                : date.getDayOfMonth() + " " + month(date, THAI_SHORT) + " " + (date.getYear() + ERA);
    }

    /** The date in Bangkok at that instant, as {@link #brief(LocalDate)}. */
    public static String brief(Instant instant) {
        return brief(dateOf(instant));
    }

    /** The date in Bangkok at that instant, as {@link #brief(LocalDate, Locale)}. */
    public static String brief(Instant instant, Locale locale) {
        return brief(dateOf(instant), locale);
    }

    /** "20 พฤศจิกายน 2569 เวลา 08.30 น.", the wall clock of Bangkok, seconds cut off. */
    public static String withTime(Instant instant) {
        return withTime(instant, Locale.forLanguageTag("th"));
    }

    /** "20 พฤศจิกายน 2569 เวลา 08.30 น.", or "20 November 2026, 08:30" for an English locale. */
    public static String withTime(Instant instant, Locale locale) {
        return full(instant, locale) + (english(locale) ? ", " : " เวลา ") + time(LocalTime.ofInstant(instant, ZONE), locale);
    }

    /** "08.30 น.", or "08:30" for an English locale, seconds cut off. */
    public static String time(LocalTime time, Locale locale) {
        return String.format(Locale.ROOT, english(locale) ? "%02d:%02d" : "%02d.%02d น.", time.getHour(), time.getMinute());
    }

    /** The date on the calendars of Bangkok at that instant. */
    public static LocalDate dateOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }

    /** The year of the Buddhist era: 2569 for 2026. */
    public static int yearOf(LocalDate date) {
        return date.getYear() + ERA;
    }

    /** "พฤศจิกายน", or "November" for an English locale; months count from 1. */
    public static String monthName(int month, Locale locale) {
        return (english(locale) ? ENGLISH : THAI)[month - 1];
    }

    /**
     * Reads the three parts of a date as people type them into a form, in Thai or Arabic digits; the month also by its Thai
     * name or short form. Years before 2400 are not taken for Buddhist ones: nobody alive was born then, and 2026 typed for
     * 2569 must not become the year 1483.
     *
     * @throws MalformedValueException {@code date.missing} (all three empty), {@code date.day.missing},
     *         {@code date.month.missing}, {@code date.year.missing}, {@code date.day}, {@code date.month}, {@code date.year}
     *         (not a number in range), {@code date.year.common-era} (a year of the common era was typed),
     *         {@code date.impossible} (31 April, 29 February of a common year)
     */
    public static LocalDate parse(@Nullable String day, @Nullable String month, @Nullable String year) {
        String d = tidy(day);
        String m = tidy(month);
        String y = tidy(year);
        if (d.isEmpty() && m.isEmpty() && y.isEmpty()) {
            throw new MalformedValueException("date.missing");
        }
        int dayNumber = number(d, "date.day", 31);
        int monthNumber = monthNumber(m);
        int yearNumber = number(y, "date.year", 9999);
        if (yearNumber >= FIRST_YEAR - ERA && yearNumber <= LAST_YEAR - ERA) {
            throw new MalformedValueException("date.year.common-era");
        }
        if (yearNumber < FIRST_YEAR || yearNumber > LAST_YEAR) {
            throw new MalformedValueException("date.year");
        }
        try {
            return LocalDate.of(yearNumber - ERA, monthNumber, dayNumber);
        } catch (DateTimeException noSuchDay) {
            throw new MalformedValueException("date.impossible");
        }
    }

    private static int monthNumber(String month) {
        for (int i = 0; i < 12; i++) {
            if (month.equals(THAI[i]) || month.equals(THAI_SHORT[i])) {
                return i + 1;
            }
        }
        return number(month, "date.month", 12);
    }

    private static int number(String text, String code, int max) {
        if (text.isEmpty()) {
            throw new MalformedValueException(code + ".missing");
        }
        int number = ThaiDigits.allDigits(text) && text.length() <= 4 ? Integer.parseInt(text) : 0;
        if (number < 1 || number > max) {
            throw new MalformedValueException(code);
        }
        return number;
    }

    private static String tidy(@Nullable String part) {
        return part == null ? "" : ThaiDigits.toArabic(part).strip();
    }

    private static String month(LocalDate date, String[] names) {
        return names[date.getMonthValue() - 1];
    }

    private static boolean english(Locale locale) {
        return locale.getLanguage().equals("en");
    }
}
