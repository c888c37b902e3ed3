package org.anuyat.workflow.catalogue.form.loading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.anuyat.workflow.catalogue.form.control.Choice;
import org.anuyat.workflow.catalogue.form.control.Control;
import org.anuyat.workflow.catalogue.form.control.ControlKind;
import org.anuyat.workflow.catalogue.schema.Condition;
import org.anuyat.workflow.catalogue.schema.Schemas;
import org.anuyat.workflow.language.LocalizedText;
import tools.jackson.databind.JsonNode;

/** Reads a Control of a UI schema together with the schema of its answer. */
final class ControlReader {

    private static final Set<String> OPTIONS = Set.of(
            "format", "multi", "autocomplete", "width", "suggest", "prefill", "readonly", "detail");

    private final SchemaShape shape;
    private final Texts texts;

    ControlReader(SchemaShape shape, Texts texts) {
        this.shape = shape;
        this.texts = texts;
    }

    Control read(JsonNode control, String at, String pointer, List<Condition> shownWhen) {
        JsonNode schema = shape.at(pointer);
        String key = pointer.substring(1).replace('/', '.');
        JsonNode options = options(control, at);
        List<Control> columns =
                schema.path("type").asString("").equals("array") ? columns(options, schema, at, pointer) : List.of();
        return control(key, key, pointer, schema, options, at, shownWhen, columns);
    }

    private Control control(
            String key,
            String textKey,
            String pointer,
            JsonNode schema,
            JsonNode options,
            String at,
            List<Condition> shownWhen,
            List<Control> columns) {
        ControlKind kind = kind(schema, options, at);
        Map<String, LocalizedText> messages = texts.below(textKey + ".error.");
        return new Control(
                key,
                kind,
                texts.required(textKey + ".label"),
                texts.optional(textKey + ".description"),
                choices(schema, textKey),
                shape.isRequired(pointer),
                shownWhen,
                schema.path("maxLength").asInt(0),
                columns,
                schema.path("maxItems").asInt(0),
                look(options, textKey),
                messages);
    }

    private List<Control> columns(JsonNode options, JsonNode schema, String at, String pointer) {
        JsonNode elements = options.path("detail").path("elements");
        JsonNode row = schema.path("items");
        List<Control> columns = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            String inside = at + "/options/detail/elements/" + i;
            String name = Schemas.pointerOf(elements.get(i).path("scope").asString("")).substring(1);
            JsonNode column = row.path("properties").path(name);
            if (name.contains("/") || column.isMissingNode()) {
                throw UiReader.bad(inside + "/scope", "the rows have no such answer");
            }
            columns.add(control(
                    name,
                    pointer.substring(1).replace('/', '.') + "." + name,
                    pointer + "/" + name,
                    column,
                    options(elements.get(i), inside),
                    inside,
                    List.of(),
                    List.of()));
        }
        if (columns.size() != row.path("properties").size()) {
            throw UiReader.bad(at + "/options/detail", "the detail must ask for every property of a row once");
        }
        return columns;
    }

    private static ControlKind kind(JsonNode schema, JsonNode options, String at) {
        String format = options.path("format").asString("");
        return switch (schema.path("type").asString("")) {
            case "array" -> ControlKind.LIST;
            case "boolean" -> ControlKind.CHECKBOX;
            case "integer" -> format.equals("year") ? ControlKind.YEAR : ControlKind.INTEGER;
            case "number" -> ControlKind.DECIMAL;
            case "string" -> schema.has("enum")
                    ? format.equals("radio") ? ControlKind.RADIOS : ControlKind.SELECT
                    : text(schema, options);
            default -> throw UiReader.bad(at + "/scope", "no control for such an answer");
        };
    }

    private static ControlKind text(JsonNode schema, JsonNode options) {
        return switch (schema.path("format").asString("")) {
            case "date" -> ControlKind.DATE;
            case "thai-national-id" -> ControlKind.NATIONAL_ID;
            case "thai-registered-id" -> ControlKind.REGISTERED_ID;
            case "thai-phone" -> ControlKind.PHONE;
            case "thai-postcode" -> ControlKind.POSTCODE;
            case "email" -> ControlKind.EMAIL;
            default -> options.path("multi").asBoolean(false) ? ControlKind.TEXTAREA : ControlKind.TEXT;
        };
    }

    private List<Choice> choices(JsonNode schema, String textKey) {
        List<Choice> choices = new ArrayList<>();
        schema.path("enum").forEach(value -> choices.add(
                new Choice(value.asString(), texts.required(textKey + "." + value.asString()))));
        return choices;
    }

    private Control.Look look(JsonNode options, String textKey) {
        return new Control.Look(
                options.path("autocomplete").asString(""),
                options.path("width").asInt(0),
                texts.optional(textKey + ".unit"),
                options.path("suggest").asString(""),
                options.path("prefill").asString(""),
                options.path("readonly").asBoolean(false));
    }

    private static JsonNode options(JsonNode control, String at) {
        JsonNode options = control.path("options");
        options.propertyNames().forEach(name -> {
            if (!OPTIONS.contains(name)) {
                throw UiReader.bad(at + "/options/" + name, "no such option; there are " + OPTIONS);
            }
        });
        return options;
    }
}
