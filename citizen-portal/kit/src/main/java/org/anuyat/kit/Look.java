package org.anuyat.kit;

import org.jspecify.annotations.Nullable;

/**
 * How a question is shown.
 *
 * @param heading the label is the heading of the page
 * @param inline choices stand side by side; for two short ones only
 * @param width width of the box in characters: 2, 3, 4, 5, 10, 20 or 30; null is the full width
 * @param prefix what stands before the box, such as a currency
 * @param suffix what stands after the box, such as a unit
 * @param limit the number of characters that a long text may have; null shows no count
 * @param rows the height of a long text in lines
 */
public record Look(boolean heading, boolean inline, @Nullable Integer width, @Nullable String prefix, @Nullable String suffix,
                   @Nullable Integer limit, int rows) {

    public static final Look PLAIN = new Look(false, false, null, null, null, null, 5);

    public Look asHeading() {
        return new Look(true, inline, width, prefix, suffix, limit, rows);
    }

    public Look asInline() {
        return new Look(heading, true, width, prefix, suffix, limit, rows);
    }

    public Look withWidth(int characters) {
        return new Look(heading, inline, characters, prefix, suffix, limit, rows);
    }

    public Look withPrefix(String prefix) {
        return new Look(heading, inline, width, prefix, suffix, limit, rows);
    }

    public Look withSuffix(String suffix) {
        return new Look(heading, inline, width, prefix, suffix, limit, rows);
    }

    public Look withLimit(int characters) {
        return new Look(heading, inline, width, prefix, suffix, characters, rows);
    }

    public Look withRows(int lines) {
        return new Look(heading, inline, width, prefix, suffix, limit, lines);
    }
}
