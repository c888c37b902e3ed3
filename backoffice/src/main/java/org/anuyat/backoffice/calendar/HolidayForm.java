package org.anuyat.backoffice.calendar;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.anuyat.kit.DateAnswer;
import org.anuyat.workflow.calendar.Holiday;
import org.anuyat.workflow.thai.MalformedValueException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/**
 * A holiday as an officer typed it; everything is required, the source too: a holiday without one can't be checked.
 *
 * @param scope {@code all} agencies or the officer's {@code own}
 */
record HolidayForm(DateAnswer date, String scope, String kind, String nameTh, String nameEn, String source) {

    private static final int LONGEST = 300;

    static HolidayForm empty() {
        return new HolidayForm(DateAnswer.of("", "", ""), "all", "OFFICIAL", "", "", "");
    }

    static HolidayForm of(Map<String, String> typed) {
        return new HolidayForm(
                DateAnswer.of(typed.get("date.day"), typed.get("date.month"), typed.get("date.year")),
                typed.getOrDefault("scope", ""),
                typed.getOrDefault("kind", ""),
                typed.getOrDefault("nameTh", "").strip(),
                typed.getOrDefault("nameEn", "").strip(),
                typed.getOrDefault("source", "").strip());
    }

    /** What is wrong in words, by field; empty if nothing is. */
    Map<String, String> errors(MessageSource messages, Locale locale) {
        Map<String, String> errors = new TreeMap<>();
        try {
            date.date();
        } catch (MalformedValueException e) {
            errors.put("date", messages.getMessage("kit.malformed." + e.code(), null, locale));
        }
        Map.of("nameTh", nameTh, "nameEn", nameEn, "source", source).forEach((field, text) -> {
            if (text.isEmpty() || text.length() > LONGEST) {
                errors.put(field, messages.getMessage("office-calendar.error." + field, null, locale));
            }
        });
        if (!scope.equals("all") && !scope.equals("own")) {
            errors.put("scope", messages.getMessage("office-calendar.error.scope", null, locale));
        }
        if (kindOrNull() == null) {
            errors.put("kind", messages.getMessage("office-calendar.error.kind", null, locale));
        }
        return errors;
    }

    /** The holiday, for a form without errors. */
    Holiday holiday(String ownAgency) {
        LocalDate day = date.date();
        Holiday.Kind chosen = Holiday.Kind.valueOf(kind);
        return new Holiday(day, scope.equals("own") ? ownAgency : null, chosen, nameTh, nameEn, source);
    }

    private Holiday.@Nullable Kind kindOrNull() {
        for (Holiday.Kind each : Holiday.Kind.values()) {
            if (each.name().equals(kind)) {
                return each;
            }
        }
        return null;
    }
}
