package org.anuyat.kit.text;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.chrono.ThaiBuddhistDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.text.NumberFormat;
import org.jspecify.annotations.Nullable;

/**
 * Dates, amounts and numbers as the reader's language writes them: {@code ${#format.date(…)}} in templates. Thai pages show
 * years of the Buddhist era, English ones those of the common era.
 */
public final class Formats {

    private static final ZoneId ZONE = ZoneId.of("Asia/Bangkok");

    private final Locale locale;

    public Formats(Locale locale) {
        this.locale = locale;
    }

    /** 20 พฤศจิกายน 2569 or 20 November 2026; empty for null. */
    public String date(@Nullable LocalDate date) {
        return date == null ? "" : written(date, "d MMMM ");
    }

    /** The day of the instant in Thailand. */
    public String date(@Nullable Instant instant) {
        return instant == null ? "" : date(instant.atZone(ZONE).toLocalDate());
    }

    /** 20 พ.ย. 2569 or 20 Nov 2026, for tables; empty for null. */
    public String shortDate(@Nullable LocalDate date) {
        return date == null ? "" : written(date, "d MMM ");
    }

    public String shortDate(@Nullable Instant instant) {
        return instant == null ? "" : shortDate(instant.atZone(ZONE).toLocalDate());
    }

    /** 20 พฤศจิกายน 2569 เวลา 14.05 น. or 20 November 2026, 14:05, in Thailand's time; empty for null. */
    public String dateTime(@Nullable Instant instant) {
        if (instant == null) {
            return "";
        }
        String time = DateTimeFormatter.ofPattern(thai() ? "HH.mm" : "HH:mm").format(instant.atZone(ZONE));
        return thai() ? date(instant) + " เวลา " + time + " น." : date(instant) + ", " + time;
    }

    /** Satang as baht: 1,234.50 บาท or 1,234.50 baht. */
    public String baht(long satang) {
        NumberFormat format = NumberFormat.getNumberInstance(Locale.ENGLISH);
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(2);
        return format.format(java.math.BigDecimal.valueOf(satang, 2)) + (thai() ? " บาท" : " baht");
    }

    /** 12,345 */
    public String number(long number) {
        return NumberFormat.getNumberInstance(Locale.ENGLISH).format(number);
    }

    /** Short names of the twelve months, for the select of a date. */
    public String shortMonth(int month) {
        return java.time.Month.of(month).getDisplayName(java.time.format.TextStyle.SHORT, locale);
    }

    /** 1-2345-67890-12-1; anything but thirteen digits is shown as it is. */
    public String nationalId(@Nullable String digits) {
        return digits == null ? "" : digits.replaceFirst("^(\\d)(\\d{4})(\\d{5})(\\d{2})(\\d)$", "$1-$2-$3-$4-$5");
    }

    /** x-xxxx-xxxx0-12-1: enough for the owner to recognise, too little for others to use. */
    public String maskedNationalId(@Nullable String digits) {
        return digits == null ? "" : digits.replaceFirst("^\\d{9}(\\d)(\\d{2})(\\d)$", "x-xxxx-xxxx$1-$2-$3");
    }

    private String written(LocalDate date, String dayAndMonth) {
        int year = thai() ? ThaiBuddhistDate.from(date).get(ChronoField.YEAR_OF_ERA) : date.getYear();
        return DateTimeFormatter.ofPattern(dayAndMonth, locale).format(date) + year;
    }

    private boolean thai() {
        return locale.getLanguage().equals("th");
    }
}
