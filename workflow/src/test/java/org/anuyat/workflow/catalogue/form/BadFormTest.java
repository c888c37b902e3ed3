package org.anuyat.workflow.catalogue.form;

import org.anuyat.workflow.catalogue.form.loading.BadForm;
import org.anuyat.workflow.catalogue.form.loading.FormDefinitions;

import static org.anuyat.workflow.catalogue.form.FoodLicenceForm.DEFINITIONS;
import static org.anuyat.workflow.catalogue.form.FoodLicenceForm.file;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class BadFormTest {

    @Test
    void a_text_without_a_bound_is_refused() {
        refused(
                FormDefinitions.SCHEMA,
                "/properties/place/properties/nameTh",
                schema -> ((ObjectNode) schema.at("/properties/place/properties/nameTh")).remove("maxLength"));
    }

    @Test
    void an_object_that_takes_anything_is_refused() {
        refused(
                FormDefinitions.SCHEMA,
                "/properties/place",
                schema -> ((ObjectNode) schema.at("/properties/place")).remove("additionalProperties"));
    }

    @Test
    void a_control_for_an_answer_that_does_not_exist_is_refused() {
        refused(FormDefinitions.UI, "/elements/0/elements/0/elements/0/scope", ui ->
                ((ObjectNode) ui.at("/elements/0/elements/0/elements/0")).put("scope", "#/properties/applicant/properties/shoe"));
    }

    @Test
    void an_answer_that_nobody_asks_for_is_refused() {
        refused(FormDefinitions.SCHEMA, "", schema -> schema.withObject("/properties/place/properties")
                .putObject("secret")
                .put("type", "boolean"));
    }

    @Test
    void a_rule_that_is_none_is_refused() {
        refused(FormDefinitions.UI, "/elements/0/elements/0/elements/1/rule", ui ->
                ((ObjectNode) ui.at("/elements/0/elements/0/elements/1/rule")).put("effect", "MAYBE"));
    }

    @Test
    void a_text_that_one_language_lacks_is_refused() {
        refused(FormDefinitions.ENGLISH, "", english -> english.remove("who.label"));
    }

    private static void refused(String file, String pointer, Consumer<ObjectNode> damage) {
        ObjectNode[] files = {
            (ObjectNode) file(FormDefinitions.SCHEMA),
            (ObjectNode) file(FormDefinitions.UI),
            (ObjectNode) file(FormDefinitions.THAI),
            (ObjectNode) file(FormDefinitions.ENGLISH)
        };
        int damaged = java.util.List.of(
                        FormDefinitions.SCHEMA, FormDefinitions.UI, FormDefinitions.THAI, FormDefinitions.ENGLISH)
                .indexOf(file);
        damage.accept(files[damaged]);
        assertThatThrownBy(() -> DEFINITIONS.define(files[0], files[1], files[2], files[3]))
                .isInstanceOfSatisfying(BadForm.class, e -> org.assertj.core.api.Assertions.assertThat(e.pointer())
                        .isEqualTo(pointer));
    }
}
