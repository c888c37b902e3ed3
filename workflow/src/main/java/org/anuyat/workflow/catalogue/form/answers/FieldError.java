package org.anuyat.workflow.catalogue.form.answers;

import java.util.List;
import org.anuyat.workflow.language.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong with one answer. {@code FormMessages} says it in words.
 *
 * @param field name of the parameter, {@code handlers[1].name} for a row; empty if it belongs to no field
 * @param page key of the page where it is asked; empty if it belongs to none
 * @param code what is wrong, such as {@code required} or {@code national-id.check-digit}
 * @param label the field's own label; empty if it belongs to none
 * @param row number of the row counted from 1; 0 outside of lists
 * @param arguments the bounds that were broken
 * @param message the definition's own words for it; null for the general ones
 */
public record FieldError(
        String field,
        String page,
        String code,
        LocalizedText label,
        int row,
        List<Object> arguments,
        @Nullable LocalizedText message) {

    /** The code of the error for a field that the form does not have. */
    public static final String UNKNOWN = "unknown";

    /** Copies the list. */
    public FieldError {
        arguments = List.copyOf(arguments);
    }
}
