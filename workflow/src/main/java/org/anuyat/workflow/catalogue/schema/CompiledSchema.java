package org.anuyat.workflow.catalogue.schema;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** A schema ready to check documents; safe for use by many threads. */
public final class CompiledSchema {

    /** Keywords that only say that one of the schemas within them failed; those errors are listed too. */
    private static final Set<String> COMBINATORS = Set.of("allOf", "$ref", "if", "then", "else");

    private static final Set<String> OF_A_PROPERTY =
            Set.of("required", "additionalProperties", "unevaluatedProperties", "dependentRequired");

    private final Schema schema;

    CompiledSchema(Schema schema) {
        this.schema = schema;
    }

    /** Everything that is wrong with a document, in the order of the schema; empty if it conforms. */
    public List<Violation> violations(JsonNode document) {
        return schema.validate(document).stream()
                .filter(error -> !COMBINATORS.contains(error.getKeyword()))
                .map(CompiledSchema::violation)
                .distinct()
                .toList();
    }

    /** Whether a document conforms. */
    public boolean accepts(JsonNode document) {
        return schema.validate(document).isEmpty();
    }

    private static Violation violation(Error error) {
        String pointer = error.getInstanceLocation().toString();
        String keyword = error.getKeyword();
        if (OF_A_PROPERTY.contains(keyword) && error.getProperty() != null) {
            pointer += "/" + error.getProperty().replace("~", "~0").replace("/", "~1");
        }
        if (keyword.equals("format")) {
            // the arguments of this one are the format and the value, and a value may be a person's
            return new Violation(pointer, error.getSchemaNode().asString(), List.of(), error.getMessage());
        }
        Object[] arguments = error.getArguments();
        List<Object> bounds = arguments == null
                ? List.of()
                : Arrays.stream(arguments).filter(Objects::nonNull).toList();
        return new Violation(pointer, keyword, bounds, error.getMessage());
    }
}
