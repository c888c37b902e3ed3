package org.anuyat.workflow.catalogue.form.answers;

import java.util.ArrayList;
import java.util.List;
import org.anuyat.workflow.catalogue.form.control.Control;
import org.anuyat.workflow.catalogue.form.control.FormPage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes out of answers what nobody asked for, and finds places in them. */
final class Tidying {

    /** Hiding one question may hide another; definitions deeper than this are refused by nobody, but not followed either. */
    private static final int ROUNDS = 5;

    private final List<FormPage> pages;
    private final JsonNode schema;

    Tidying(List<FormPage> pages, JsonNode schema) {
        this.pages = pages;
        this.schema = schema;
    }

    ObjectNode tidy(ObjectNode answers) {
        ObjectNode tidied = answers.deepCopy();
        dropHidden(tidied);
        dropEmpty(tidied);
        return tidied;
    }

    /** Without hidden answers, but with empty objects where the schema has objects: a missing field is then told by name. */
    ObjectNode toCheck(ObjectNode answers) {
        ObjectNode checked = answers.deepCopy();
        dropHidden(checked);
        addObjects(checked, schema);
        return checked;
    }

    void dropHidden(ObjectNode answers) {
        for (int round = 0; round < ROUNDS; round++) {
            List<Control> hidden = pages.stream()
                    .flatMap(FormPage::controls)
                    .filter(control -> !answers.at(control.pointer()).isMissingNode() && !control.isShown(answers))
                    .toList();
            if (hidden.isEmpty()) {
                return;
            }
            hidden.forEach(control -> remove(answers, control.key()));
        }
    }

    static void set(ObjectNode answers, String key, JsonNode value) {
        ObjectNode parent = answers;
        String[] path = key.split("\\.");
        for (int i = 0; i < path.length - 1; i++) {
            parent = parent.get(path[i]) instanceof ObjectNode child ? child : parent.putObject(path[i]);
        }
        parent.set(path[path.length - 1], value);
    }

    static void remove(ObjectNode answers, String key) {
        int dot = key.lastIndexOf('.');
        JsonNode parent = dot < 0 ? answers : answers.at("/" + key.substring(0, dot).replace('.', '/'));
        if (parent instanceof ObjectNode object) {
            object.remove(key.substring(dot + 1));
        }
    }

    private static boolean dropEmpty(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (String name : new ArrayList<>(object.propertyNames())) {
                if (dropEmpty(object.get(name))) {
                    object.remove(name);
                }
            }
            return object.isEmpty();
        }
        if (node instanceof ArrayNode array) {
            for (int i = array.size() - 1; i >= 0; i--) {
                if (dropEmpty(array.get(i))) {
                    array.remove(i);
                }
            }
            return array.isEmpty();
        }
        return node.isNull();
    }

    private static void addObjects(ObjectNode answers, JsonNode schema) {
        schema.path("properties").properties().forEach(property -> {
            if (property.getValue().path("properties").isObject()) {
                if (!answers.has(property.getKey())) {
                    answers.putObject(property.getKey());
                }
                if (answers.get(property.getKey()) instanceof ObjectNode child) {
                    addObjects(child, property.getValue());
                }
            }
        });
    }
}
