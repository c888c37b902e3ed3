package org.anuyat.kit;

/**
 * A line of the error summary.
 *
 * @param message what is wrong and what to do, the same words as at the field
 * @param href where to mend it, usually {@code #} and the field's id
 */
public record Problem(String message, String href) {

    /** The lines for all wrong fields, in the order in which they are asked. Put them into the model as {@code problems}. */
    public static java.util.List<Problem> of(java.util.Collection<Field> fields) {
        return fields.stream().filter(Field::wrong).map(field -> new Problem(String.valueOf(field.error()), "#" + field.id())).toList();
    }
}
