package org.anuyat.workflow.catalogue.schema;

import tools.jackson.databind.JsonNode;

/**
 * A condition on answers, as the rules of JSON Forms write it: a scope within the answers and the schema that the value there
 * has to meet. A value that is not there meets no condition.
 */
public final class Condition {

    private final String pointer;
    private final CompiledSchema schema;
    private final JsonNode source;
    private final boolean negated;

    Condition(String pointer, CompiledSchema schema, JsonNode source, boolean negated) {
        this.pointer = pointer;
        this.schema = schema;
        this.source = source;
        this.negated = negated;
    }

    /** JSON pointer of the value that decides. */
    public String pointer() {
        return pointer;
    }

    /** The schema as it is written in the definition. */
    public JsonNode source() {
        return source;
    }

    /** The opposite condition. */
    public Condition negate() {
        return new Condition(pointer, schema, source, !negated);
    }

    /** Whether the condition is a negated one (the rule HIDE). */
    public boolean isNegated() {
        return negated;
    }

    /** Whether it holds for these answers. */
    public boolean holds(JsonNode answers) {
        JsonNode value = answers.at(pointer);
        return !value.isMissingNode() && schema.accepts(value) != negated;
    }
}
