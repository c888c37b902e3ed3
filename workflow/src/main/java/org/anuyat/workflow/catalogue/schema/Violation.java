package org.anuyat.workflow.catalogue.schema;

import java.util.List;

/**
 * One way in which a document breaks its schema.
 *
 * @param pointer JSON pointer of the place; for a missing or unknown property the pointer of that property itself
 * @param keyword the keyword that was broken, such as {@code required} or {@code maxLength}; for {@code format} the name of
 *     the format
 * @param arguments the bounds that were broken, for a message
 * @param reason the validator's own words in English, for those who write definitions
 */
public record Violation(String pointer, String keyword, List<Object> arguments, String reason) {

    /** Copies the list. */
    public Violation {
        arguments = List.copyOf(arguments);
    }
}
