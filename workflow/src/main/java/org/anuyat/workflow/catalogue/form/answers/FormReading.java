package org.anuyat.workflow.catalogue.form.answers;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * What came of reading a page that somebody sent.
 *
 * @param answers all answers so far with those of this page in them; what could not be read is left out, and what is asked
 *     no longer is dropped
 * @param errors what is wrong with the page; empty if it may be left
 * @param entered what was typed, by parameter, to show it again; bounded in length
 * @param rowsChanged whether a row was added or removed: then the page is shown again, and its errors don't matter yet
 */
public record FormReading(
        ObjectNode answers, List<FieldError> errors, Map<String, String> entered, boolean rowsChanged) {

    /** The parameter that adds or removes a row: {@code add:handlers}, {@code remove:handlers:0}. */
    public static final String ROW_PARAMETER = "_row";

    /** Copies the collections. */
    public FormReading {
        errors = List.copyOf(errors);
        entered = Map.copyOf(entered);
    }

    /** Whether the page may be left. */
    public boolean isComplete() {
        return errors.isEmpty() && !rowsChanged;
    }

    /** Whether fields came that the page does not have: the request was not made by our page. */
    public boolean hasUnknownFields() {
        return errors.stream().anyMatch(error -> error.code().equals(FieldError.UNKNOWN));
    }
}
