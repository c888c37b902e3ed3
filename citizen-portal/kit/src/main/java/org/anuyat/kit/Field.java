package org.anuyat.kit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One question of a form with the answer so far, ready to be shown by a fragment of {@code kit/fields}. Generated and
 * hand-written forms use the same. All texts are already in the reader's language.
 *
 * @param name the name under which the answer is submitted
 * @param id the id of the control; links of the error summary lead to it
 * @param label the question
 * @param hint help at the question
 * @param values the answers so far, in the order of the boxes; one for most questions, day, month and year for a date
 * @param error what is wrong with the answer, or null when nothing is
 * @param options what can be chosen; empty unless the question is a choice
 * @param attributes more HTML attributes of the control, such as {@code inputmode} or {@code autocomplete}
 * @param look how the question is shown
 */
public record Field(String name, String id, String label, @Nullable String hint, List<String> values,
                    @Nullable String error, List<Option> options, Map<String, String> attributes, Look look) {

    public Field {
        values = List.copyOf(values);
        options = List.copyOf(options);
        attributes = Map.copyOf(attributes);
    }

    /** A question without an answer. The id is the name with everything but letters, digits, {@code _} and {@code -} as {@code -}. */
    public static Field of(String name, String label) {
        return new Field(name, name.replaceAll("[^\\p{L}\\p{N}_-]+", "-"), label, null, List.of(), null, List.of(), Map.of(),
                Look.PLAIN);
    }

    public Field withId(String id) {
        return new Field(name, id, label, hint, values, error, options, attributes, look);
    }

    public Field withHint(@Nullable String hint) {
        return new Field(name, id, label, hint, values, error, options, attributes, look);
    }

    /** The answer so far; null or empty means that there is none. */
    public Field withValue(@Nullable Object value) {
        return withValues(value == null ? List.of() : List.of(value.toString()));
    }

    public Field withValues(List<String> values) {
        return new Field(name, id, label, hint, values, error, options, attributes, look);
    }

    /** The date so far, for the fragment {@code date}. */
    public Field withValue(DateAnswer date) {
        return withValues(List.of(date.day(), date.month(), date.year()));
    }

    public Field withError(@Nullable String error) {
        return new Field(name, id, label, hint, values, error, options, attributes, look);
    }

    public Field withOptions(List<Option> options) {
        return new Field(name, id, label, hint, values, error, options, attributes, look);
    }

    /** Adds an HTML attribute of the control, for example {@code inputmode} = {@code numeric}. */
    public Field with(String attribute, String value) {
        Map<String, String> more = new LinkedHashMap<>(attributes);
        more.put(attribute, value);
        return new Field(name, id, label, hint, values, error, options, more, look);
    }

    public Field withLook(Look look) {
        return new Field(name, id, label, hint, values, error, options, attributes, look);
    }

    /** Shows the label as the heading of the page: for pages that ask one thing. */
    public Field asHeading() {
        return withLook(look.asHeading());
    }

    /** Width of the box in characters: 2, 3, 4, 5, 10, 20 or 30. */
    public Field withWidth(int characters) {
        return withLook(look.withWidth(characters));
    }

    /** The unit after the box, such as ตารางเมตร. */
    public Field withSuffix(String suffix) {
        return withLook(look.withSuffix(suffix));
    }

    /** Counts the characters of a long text down from this many. */
    public Field withLimit(int characters) {
        return withLook(look.withLimit(characters));
    }

    /** The only answer, or the empty string. */
    public String value() {
        return values.isEmpty() ? "" : values.get(0);
    }

    /** The answer in the box of that position, or the empty string. */
    public String value(int position) {
        return position < values.size() ? values.get(position) : "";
    }

    /** Tells whether the option is among the answers. */
    public boolean chosen(Option option) {
        return values.contains(option.value());
    }

    public boolean wrong() {
        return error != null;
    }

    /** The id of the first control of a choice is the field's own, so that the error summary can lead to it. */
    public String optionId(int position) {
        return position == 0 ? id : id + "-" + (position + 1);
    }

    /** The ids of hint, error and count for {@code aria-describedby}, or null when there are none. */
    public @Nullable String describedBy() {
        List<String> ids = new ArrayList<>();
        if (look.limit() != null) {
            ids.add(id + "-info");
        }
        if (hint != null) {
            ids.add(id + "-hint");
        }
        if (error != null) {
            ids.add(id + "-error");
        }
        return ids.isEmpty() ? null : String.join(" ", ids);
    }
}
