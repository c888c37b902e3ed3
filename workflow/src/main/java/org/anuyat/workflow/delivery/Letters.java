package org.anuyat.workflow.delivery;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.anuyat.workflow.thai.BuddhistDate;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The texts of messages: {@code letters/<kind>.th.txt} and {@code .en.txt}, the subject in the first line. A kind without texts
 * sends no message.
 */
@Component
class Letters {

    private static final String RULE = "\n\n----------------------------------------\n\n";

    private final Map<String, Optional<Template>> templates = new ConcurrentHashMap<>();

    /** Composes a message; empty when this kind has none. */
    Optional<Letter> compose(String kind, Map<String, Object> thai, Map<String, Object> english) {
        Optional<String> th = text(kind, thai, Locale.forLanguageTag("th"));
        Optional<String> en = text(kind, english, Locale.ENGLISH);
        return th.map(thaiText -> {
            int end = thaiText.indexOf('\n');
            String body = thaiText.substring(end + 1).strip();
            String rest = en.map(text -> RULE + text.substring(text.indexOf('\n') + 1).strip())
                    .orElse("");
            return new Letter(thaiText.substring(0, end).strip(), body + rest + "\n");
        });
    }

    private Optional<String> text(String kind, Map<String, Object> data, Locale locale) {
        return templates
                .computeIfAbsent(kind + "." + locale.getLanguage(), Letters::load)
                .map(template -> {
                    Map<String, Object> readable = new HashMap<>();
                    data.forEach((name, value) -> readable.put(name, readable(value, locale)));
                    return template.execute(readable);
                });
    }

    private static Object readable(Object value, Locale locale) {
        if (value instanceof Instant instant) {
            return BuddhistDate.withTime(instant, locale);
        }
        if (!(value instanceof String text)) {
            return value;
        }
        try {
            return BuddhistDate.withTime(Instant.parse(text), locale);
        } catch (DateTimeParseException notAnInstant) {
            try {
                return BuddhistDate.full(LocalDate.parse(text), locale);
            } catch (DateTimeParseException notADay) {
                return text;
            }
        }
    }

    private static Optional<Template> load(String name) {
        ClassPathResource resource = new ClassPathResource("letters/" + name + ".txt");
        if (!resource.exists()) {
            return Optional.empty();
        }
        try {
            // plain text: nothing to escape; a missing value prints nothing rather than stopping an official act
            return Optional.of(Mustache.compiler()
                    .escapeHTML(false)
                    .defaultValue("")
                    .compile(resource.getContentAsString(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("the letter " + name + " can't be read", e);
        }
    }
}
