package org.anuyat.workflow.documents;

import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.samskivert.mustache.BasicCollector;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import org.anuyat.workflow.documents.DocumentException.Code;
import org.anuyat.workflow.thai.BuddhistDate;
import org.anuyat.workflow.thai.ThaiDigits;

/**
 * Fills templates with data. Service designers write templates, so these can do little: values are always escaped, only maps
 * and lists are looked into (no method of an object can be called), nothing is included from elsewhere, output is bounded.
 */
final class Templates {

    private static final int CACHED = 500;
    private static final Pattern UNESCAPED_OR_REDEFINED = Pattern.compile("\\{\\{\\s*(\\{|&|=|>)");
    private static final Pattern DIGITS = Pattern.compile("<[^>]*>|&[^;\\s]+;|([0-9]+)");

    private final int mostCharacters;
    private final Map<Locale, Map<String, Template>> compiled = new ConcurrentHashMap<>();

    Templates(int mostCharacters) {
        this.mostCharacters = mostCharacters;
    }

    String fill(String template, Map<String, ?> data, Locale language) {
        Map<String, Object> all = new HashMap<>(data);
        all.put("thaiDigits", (Mustache.Lambda) (fragment, out) -> out.write(thaiDigits(fragment.execute())));
        BoundedWriter out = new BoundedWriter(mostCharacters);
        try {
            compile(template, language).execute(all, out);
        } catch (MustacheException.Context missing) {
            throw new DocumentException(Code.DATA, "No value for {{" + missing.key + "}} in line " + missing.lineNo, missing);
        } catch (MustacheException e) {
            if (e.getCause() instanceof DocumentException ours) {
                throw ours;
            }
            throw new DocumentException(Code.TEMPLATE, String.valueOf(e.getMessage()), e);
        }
        return out.toString();
    }

    private Template compile(String template, Locale language) {
        Map<String, Template> known = compiled.computeIfAbsent(language, unused -> new ConcurrentHashMap<>());
        Template ready = known.get(template);
        if (ready == null) {
            if (template.length() > mostCharacters) {
                throw new DocumentException(Code.TOO_LARGE, "A template of " + template.length() + " characters");
            }
            if (UNESCAPED_OR_REDEFINED.matcher(template).find()) {
                throw new DocumentException(Code.TEMPLATE, "{{{, {{&, {{= and {{> aren't allowed: values are always escaped");
            }
            try {
                ready = Mustache.compiler().escapeHTML(true).nullValue("").emptyStringIsFalse(true)
                        .withCollector(new PlainData()).withFormatter(value -> format(value, language)).compile(template);
            } catch (MustacheException e) {
                throw new DocumentException(Code.TEMPLATE, String.valueOf(e.getMessage()), e);
            }
            if (known.size() < CACHED) {
                known.put(template, ready);
            }
        }
        return ready;
    }

    /** Turns the digits of the text, not those of tags and character references. */
    private static String thaiDigits(String html) {
        return DIGITS.matcher(html).replaceAll(found -> Matcher.quoteReplacement(
                found.group(1) == null ? found.group() : ThaiDigits.toThai(found.group(1))));
    }

    private static String format(Object value, Locale language) {
        if (value instanceof LocalDate date) {
            return BuddhistDate.full(date, language);
        }
        if (value instanceof Instant instant) {
            return BuddhistDate.withTime(instant, language);
        }
        if (value instanceof CharSequence || value instanceof Number || value instanceof Boolean || value instanceof Character) {
            return value.toString();
        }
        throw new DocumentException(Code.DATA, "Can't print a value of type " + value.getClass().getName());
    }

    /** Looks into maps and lists only. */
    private static final class PlainData extends BasicCollector {
        @Override
        public <K, V> Map<K, V> createFetcherCache() {
            return new ConcurrentHashMap<>();
        }
    }

    private static final class BoundedWriter extends Writer {

        private final StringBuilder text = new StringBuilder();
        private final int most;

        BoundedWriter(int most) {
            this.most = most;
        }

        @Override
        public void write(char[] chars, int offset, int length) {
            if (text.length() + length > most) {
                throw new DocumentException(Code.TOO_LARGE, "The filled template has more than " + most + " characters");
            }
            text.append(chars, offset, length);
        }

        @Override
        public void flush() {
            // nothing is held back
        }

        @Override
        public void close() throws IOException {
            // nothing to release
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
