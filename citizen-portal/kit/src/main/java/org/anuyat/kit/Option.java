package org.anuyat.kit;

import org.jspecify.annotations.Nullable;

/**
 * Something that can be chosen in a select, among radios or checkboxes.
 *
 * @param value what is submitted
 * @param label what is shown
 * @param hint help at this choice
 */
public record Option(String value, String label, @Nullable String hint) {

    public static Option of(String value, String label) {
        return new Option(value, label, null);
    }
}
