package org.anuyat.workflow.catalogue.form.loading;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** What a form's schema says about single answers. */
final class SchemaShape {

    private static final Set<String> BOUNDED_FORMATS =
            Set.of("date", "thai-national-id", "thai-registered-id", "thai-phone", "thai-postcode", "thai-province");

    private final JsonNode root;
    private final Set<String> required = new HashSet<>();
    private final Set<String> leaves = new TreeSet<>();

    SchemaShape(JsonNode root) {
        this.root = root;
        collectRequired("", root);
        collectLeaves("", root);
    }

    /** JSON pointers of all answers; a list is one answer. */
    Set<String> leaves() {
        return leaves;
    }

    /** Whether an answer is required always or under some condition. */
    boolean isRequired(String pointer) {
        return required.contains(pointer);
    }

    /** The schema of one answer. */
    JsonNode at(String pointer) {
        return root.at(pointer.replace("/", "/properties/"));
    }

    /** Refuses a schema that lets anything in without a bound. */
    void requireBounds() {
        requireBounds("", root);
    }

    private void requireBounds(String pointer, JsonNode schema) {
        switch (schema.path("type").asString("")) {
            case "object" -> {
                if (!schema.path("additionalProperties").isBoolean()
                        || schema.path("additionalProperties").booleanValue()) {
                    throw bad(pointer, "an object needs additionalProperties: false");
                }
                schema.path("properties")
                        .properties()
                        .forEach(property -> requireBounds(
                                pointer + "/properties/" + property.getKey(), property.getValue()));
            }
            case "array" -> {
                require(pointer, schema, "maxItems");
                requireBounds(pointer + "/items", schema.path("items"));
            }
            case "string" -> {
                if (!schema.has("enum") && !BOUNDED_FORMATS.contains(schema.path("format").asString(""))) {
                    require(pointer, schema, "maxLength");
                }
            }
            case "integer", "number" -> {
                if (!schema.has("minimum") && !schema.has("exclusiveMinimum")) {
                    throw bad(pointer, "a number needs a lower bound");
                }
                require(pointer, schema, "maximum");
            }
            case "boolean" -> {}
            default -> throw bad(pointer, "every answer needs one type");
        }
    }

    private static void require(String pointer, JsonNode schema, String keyword) {
        if (!schema.has(keyword)) {
            throw bad(pointer, "the bound %s is missing".formatted(keyword));
        }
    }

    private void collectRequired(String pointer, JsonNode schema) {
        schema.path("required").forEach(name -> required.add(pointer + "/" + name.asString()));
        schema.path("properties")
                .properties()
                .forEach(property -> collectRequired(pointer + "/" + property.getKey(), property.getValue()));
        schema.path("items").path("required").forEach(name -> required.add(pointer + "/" + name.asString()));
        schema.path("allOf").forEach(part -> collectRequired(pointer, part));
        collectIfThere(pointer, schema, "then");
        collectIfThere(pointer, schema, "else");
    }

    private void collectIfThere(String pointer, JsonNode schema, String keyword) {
        if (schema.has(keyword)) {
            collectRequired(pointer, schema.get(keyword));
        }
    }

    private void collectLeaves(String pointer, JsonNode schema) {
        if (schema.path("properties").isObject()) {
            schema.path("properties")
                    .properties()
                    .forEach(property -> collectLeaves(pointer + "/" + property.getKey(), property.getValue()));
        } else {
            leaves.add(pointer);
        }
    }

    private static BadForm bad(String pointer, String reason) {
        return new BadForm(FormDefinitions.SCHEMA, pointer, reason);
    }
}
