package org.anuyat.workflow.catalogue.form.answers;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.anuyat.workflow.catalogue.form.control.Control;
import org.anuyat.workflow.catalogue.form.control.ControlKind;
import org.anuyat.workflow.thai.BuddhistDate;
import org.anuyat.workflow.thai.MalformedValueException;
import org.anuyat.workflow.thai.NationalId;
import org.anuyat.workflow.thai.PhoneNumber;
import org.anuyat.workflow.thai.Postcode;
import org.anuyat.workflow.thai.RegisteredId;
import org.anuyat.workflow.thai.ThaiDigits;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What one typed text is as an answer: a value, nothing, or an error.
 *
 * @param value null if nothing was answered, or if it can't be read
 * @param error code of what is wrong; null if nothing is
 */
record Entry(@Nullable JsonNode value, @Nullable String error, List<Object> arguments) {

    private static final Entry NOTHING = new Entry(null, null, List.of());
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Thousands by commas or not at all; as many digits as any area, count or sum of money needs. */
    private static final Pattern NUMBER = Pattern.compile("-?(\\d{1,15}|\\d{1,3}(,\\d{3}){1,4})(\\.\\d{1,6})?");

    private static final Pattern INVISIBLE = Pattern.compile("[\\u200B\\u2060\\uFEFF\\u00AD]");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");
    private static final int NO_BOUND = 4000;
    private static final int FIRST_YEAR = 2400;
    private static final int LAST_YEAR = 2800;

    static Entry read(Control control, String typed) {
        String text = clean(typed);
        if (text.isEmpty()) {
            return NOTHING;
        }
        int bound = control.maxLength() > 0 ? control.maxLength() : NO_BOUND;
        if (control.kind() == ControlKind.TEXT || control.kind() == ControlKind.TEXTAREA || text.length() > NO_BOUND) {
            if (text.codePointCount(0, text.length()) > bound) {
                return new Entry(null, "maxLength", List.of(bound));
            }
        }
        return switch (control.kind()) {
            case TEXT -> text(text, "\n");
            case TEXTAREA -> text(text, "");
            case EMAIL -> text(text, "\n");
            case INTEGER -> number(text, true);
            case DECIMAL -> number(text, false);
            case YEAR -> year(text);
            case NATIONAL_ID -> parsed(text, typedId -> NationalId.parse(typedId).digits());
            case REGISTERED_ID -> parsed(text, typedId -> RegisteredId.parse(typedId).digits());
            case PHONE -> parsed(text, number -> PhoneNumber.parse(number).dialled());
            case POSTCODE -> parsed(text, code -> Postcode.parse(code).digits());
            case RADIOS, SELECT -> control.choice(text).isPresent()
                    ? value(JSON.stringNode(text))
                    : failure("enum");
            case CHECKBOX -> text.equals("true") || text.equals("on")
                    ? value(JSON.booleanNode(true))
                    : text.equals("false") ? NOTHING : failure("enum");
            case DATE -> isoDate(text);
            case LIST -> throw new IllegalArgumentException("a list is not one text: " + control.key());
        };
    }

    /** Reads the three parts of a date as people type it, in the Buddhist era. */
    static Entry date(String day, String month, String year) {
        try {
            return value(JSON.stringNode(
                    BuddhistDate.parse(clean(day), clean(month), clean(year)).toString()));
        } catch (MalformedValueException e) {
            return e.code().equals("date.missing") ? NOTHING : failure(e.code());
        }
    }

    static Entry failure(String code) {
        return new Entry(null, code, List.of());
    }

    private static Entry value(JsonNode node) {
        return new Entry(node, null, List.of());
    }

    private static String clean(String typed) {
        String composed = Normalizer.normalize(typed, Normalizer.Form.NFC).replace("\r\n", "\n").replace('\r', '\n');
        return INVISIBLE.matcher(composed).replaceAll("").strip();
    }

    private static Entry text(String text, String forbidden) {
        boolean wrong = CONTROL.matcher(text).find() || !forbidden.isEmpty() && text.contains(forbidden);
        return wrong ? failure("characters") : value(JSON.stringNode(text));
    }

    private static Entry number(String text, boolean whole) {
        String digits = ThaiDigits.toArabic(text).replace(" ", "").replace("\u00a0", "");
        if (!NUMBER.matcher(digits).matches()) {
            return failure("number");
        }
        BigDecimal number = new BigDecimal(digits.replace(",", "")).stripTrailingZeros();
        if (number.scale() > 0) {
            return whole ? failure("integer") : value(fraction(number));
        }
        return value(plain(number.longValueExact()));
    }

    /** The same kind of node that reading it back from the database gives, so that answers can be compared. */
    private static JsonNode fraction(BigDecimal number) {
        double rounded = number.doubleValue();
        return new BigDecimal(Double.toString(rounded)).compareTo(number) == 0
                ? JSON.numberNode(rounded)
                : JSON.numberNode(number);
    }

    private static JsonNode plain(long number) {
        return (int) number == number ? JSON.numberNode((int) number) : JSON.numberNode(number);
    }

    private static Entry year(String text) {
        String digits = ThaiDigits.toArabic(text);
        if (!digits.matches("\\d{4}")) {
            return failure("year");
        }
        int year = Integer.parseInt(digits);
        if (year >= FIRST_YEAR && year <= LAST_YEAR) {
            return value(JSON.numberNode(year));
        }
        boolean commonEra = year >= FIRST_YEAR - BuddhistDate.ERA && year <= LAST_YEAR - BuddhistDate.ERA;
        return failure(commonEra ? "year.common-era" : "year");
    }

    private static Entry isoDate(String text) {
        try {
            return value(JSON.stringNode(LocalDate.parse(text).toString()));
        } catch (java.time.DateTimeException e) {
            return failure("date.impossible");
        }
    }

    private static Entry parsed(String text, Function<String, String> parser) {
        try {
            return value(JSON.stringNode(parser.apply(text)));
        } catch (MalformedValueException e) {
            return failure(e.code());
        }
    }
}
