package org.anuyat.workflow.catalogue.form.loading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.anuyat.workflow.catalogue.form.control.Control;
import org.anuyat.workflow.catalogue.form.control.FormGroup;
import org.anuyat.workflow.catalogue.form.control.FormPage;
import org.anuyat.workflow.catalogue.schema.Condition;
import org.anuyat.workflow.catalogue.schema.Schemas;
import org.anuyat.workflow.language.LocalizedText;
import tools.jackson.databind.JsonNode;

/** Reads a JSON Forms UI schema: a Categorization of Categories with Groups of Controls. */
final class UiReader {

    private final SchemaShape shape;
    private final Texts texts;
    private final Schemas schemas;
    private final ControlReader controls;
    private final Set<String> keys = new HashSet<>();

    UiReader(SchemaShape shape, Texts texts, Schemas schemas) {
        this.shape = shape;
        this.texts = texts;
        this.schemas = schemas;
        this.controls = new ControlReader(shape, texts);
    }

    List<FormPage> pages(JsonNode ui) {
        requireType(ui, "", "Categorization");
        List<FormPage> pages = new ArrayList<>();
        for (int i = 0; i < ui.path("elements").size(); i++) {
            pages.add(page(ui.path("elements").get(i), "/elements/" + i));
        }
        if (pages.isEmpty()) {
            throw bad("/elements", "a form needs at least one Category");
        }
        return pages;
    }

    private FormPage page(JsonNode category, String at) {
        requireType(category, at, "Category");
        String key = key(category, at);
        List<Condition> conditions = rule(category, at, List.of());
        List<FormGroup> groups = new ArrayList<>();
        for (int i = 0; i < category.path("elements").size(); i++) {
            JsonNode element = category.path("elements").get(i);
            String inside = at + "/elements/" + i;
            groups.add(
                    element.path("type").asString("").equals("Control")
                            ? new FormGroup(
                                    key + i,
                                    LocalizedText.NONE,
                                    LocalizedText.NONE,
                                    List.of(control(element, inside, conditions)))
                            : group(element, inside, conditions));
        }
        if (groups.isEmpty()) {
            throw bad(at, "a page without questions");
        }
        return new FormPage(key, texts.required(key + ".label"), texts.optional(key + ".description"), groups);
    }

    private FormGroup group(JsonNode group, String at, List<Condition> outer) {
        requireType(group, at, "Group");
        String key = key(group, at);
        List<Condition> conditions = rule(group, at, outer);
        List<Control> inside = new ArrayList<>();
        for (int i = 0; i < group.path("elements").size(); i++) {
            inside.add(control(group.path("elements").get(i), at + "/elements/" + i, conditions));
        }
        if (inside.isEmpty()) {
            throw bad(at, "a group without questions");
        }
        return new FormGroup(key, texts.required(key + ".label"), texts.optional(key + ".description"), inside);
    }

    private Control control(JsonNode control, String at, List<Condition> outer) {
        requireType(control, at, "Control");
        String pointer = pointer(control, at);
        if (!shape.leaves().contains(pointer)) {
            throw bad(at + "/scope", "the schema has no such answer");
        }
        if (!keys.add(pointer)) {
            throw bad(at + "/scope", "the answer is asked for twice");
        }
        return controls.read(control, at, pointer, rule(control, at, outer));
    }

    private List<Condition> rule(JsonNode element, String at, List<Condition> outer) {
        JsonNode rule = element.path("rule");
        if (rule.isMissingNode()) {
            return outer;
        }
        List<Condition> all = new ArrayList<>(outer);
        try {
            Condition condition = schemas.condition(rule.path("condition"));
            all.add(
                    switch (rule.path("effect").asString("")) {
                        case "SHOW" -> condition;
                        case "HIDE" -> condition.negate();
                        default -> throw new IllegalArgumentException("the effect is SHOW or HIDE");
                    });
        } catch (IllegalArgumentException e) {
            throw bad(at + "/rule", String.valueOf(e.getMessage()));
        }
        return all;
    }

    private String key(JsonNode element, String at) {
        String key = element.path("i18n").asString("");
        if (!key.matches("[a-z][A-Za-z0-9]*")) {
            throw bad(at + "/i18n", "a plain name is needed");
        }
        if (!keys.add(key)) {
            throw bad(at + "/i18n", "the name is there twice");
        }
        return key;
    }

    private static String pointer(JsonNode control, String at) {
        try {
            return Schemas.pointerOf(control.path("scope").asString(""));
        } catch (IllegalArgumentException e) {
            throw bad(at + "/scope", String.valueOf(e.getMessage()));
        }
    }

    private static void requireType(JsonNode element, String at, String type) {
        if (!element.path("type").asString("").equals(type)) {
            throw bad(at + "/type", "must be " + type);
        }
    }

    static BadForm bad(String pointer, String reason) {
        return new BadForm(FormDefinitions.UI, pointer, reason);
    }
}
