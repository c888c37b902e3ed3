package org.anuyat.backoffice.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.stream.Collectors;
import org.anuyat.backoffice.wording.Words;
import org.anuyat.kit.text.Formats;

/**
 * What an act kept, as its reader reads it: {@code audit.detail.<name>} names it, {@code audit.detail.<name>.<value>} says
 * values that are codes. What has no words yet is shown as it was kept: nothing of the record is left out.
 */
final class DetailWords {

    private static final String SATANG = "Satang";

    private final Words words;

    DetailWords(Words words) {
        this.words = words;
    }

    /** Name and value of one detail. */
    String of(String name, Object value) {
        return words.orElse("audit.detail." + name, name) + ": " + value(name, value);
    }

    private String value(String name, Object value) {
        Formats formats = new Formats(words.locale());
        if (value instanceof Collection<?> several) {
            return several.stream().map(one -> value(name, one)).collect(Collectors.joining(", "));
        }
        if (value instanceof Boolean answer) {
            return words.of(answer ? "audit.detail.yes" : "audit.detail.no");
        }
        if (value instanceof Number number) {
            return name.endsWith(SATANG) ? formats.baht(number.longValue()) : String.valueOf(number);
        }
        String text = String.valueOf(value);
        return words.orElse("audit.detail." + name + "." + text, asTime(text, formats));
    }

    private static String asTime(String text, Formats formats) {
        try {
            return text.endsWith("Z") ? formats.dateTime(Instant.parse(text)) : formats.date(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return text;
        }
    }
}
