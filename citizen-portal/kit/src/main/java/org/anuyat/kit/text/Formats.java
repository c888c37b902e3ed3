package org.anuyat.kit.text;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.anuyat.workflow.thai.BuddhistDate;
import org.anuyat.workflow.thai.MalformedValueException;
import org.anuyat.workflow.thai.NationalId;
import org.jspecify.annotations.Nullable;

/**
 * Dates, amounts and numbers as the reader's language writes them: {@code ${#format.date(…)}} in templates. Thai pages show
 * years of the Buddhist era, English ones those of the common era; instants are shown in Thailand's time. Nothing is shown
 * for null.
 */
public final class Formats {

    private static final int MONTHS = 12;

    private final Locale locale;

    public Formats(Locale locale) {
        this.locale = locale;
    }

    /** 20 พฤศจิกายน 2569 or 20 November 2026. */
    public String date(@Nullable LocalDate date) {
        return date == null ? "" : BuddhistDate.full(date, locale);
    }

    /** The day of the instant in Thailand. */
    public String date(@Nullable Instant instant) {
        return instant == null ? "" : BuddhistDate.full(instant, locale);
    }

    /** 20 พ.ย. 2569 or 20 Nov 2026, for tables. */
    public String shortDate(@Nullable LocalDate date) {
        return date == null ? "" : BuddhistDate.brief(date, locale);
    }

    /** The day of the instant in Thailand, for tables. */
    public String shortDate(@Nullable Instant instant) {
        return instant == null ? "" : BuddhistDate.brief(instant, locale);
    }

    /** 20 พฤศจิกายน 2569 เวลา 14.05 น. or 20 November 2026, 14:05; no line ends between the time and น. */
    public String dateTime(@Nullable Instant instant) {
        return instant == null ? "" : BuddhistDate.withTime(instant, locale).replace(" น.", "\u00A0น.");
    }

    /** ม.ค. or Jan, for the select of a date; months count from 1 to 12. */
    public String shortMonth(int month) {
        if (month < 1 || month > MONTHS) {
            throw new IllegalArgumentException("no month " + month);
        }
        return BuddhistDate.brief(LocalDate.of(2000, month, 1), locale).split(" ")[1];
    }

    /** Satang as baht: 1,234.50 บาท or 1,234.50 baht. */
    public String baht(long satang) {
        NumberFormat format = NumberFormat.getNumberInstance(Locale.ENGLISH);
        format.setMinimumFractionDigits(2);
        return format.format(BigDecimal.valueOf(satang, 2)) + (locale.getLanguage().equals("th") ? " บาท" : " baht");
    }

    /** 12,345. */
    public String number(long number) {
        return NumberFormat.getNumberInstance(Locale.ENGLISH).format(number);
    }

    /** 1-2345-67890-12-1; what isn't a national ID is shown as it is. */
    public String nationalId(@Nullable String typed) {
        if (typed == null) {
            return "";
        }
        try {
            return NationalId.parse(typed).formatted();
        } catch (MalformedValueException notOne) {
            return typed;
        }
    }

    /** 1-xxxx-xxxxx-12-1: enough for its owner; what isn't a national ID is not shown at all. */
    public String maskedNationalId(@Nullable String typed) {
        try {
            return NationalId.parse(typed).masked();
        } catch (MalformedValueException notOne) {
            return "";
        }
    }
}
