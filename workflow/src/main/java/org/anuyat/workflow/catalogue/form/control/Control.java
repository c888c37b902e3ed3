package org.anuyat.workflow.catalogue.form.control;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anuyat.workflow.catalogue.schema.Condition;
import org.anuyat.workflow.language.LocalizedText;
import tools.jackson.databind.JsonNode;

/**
 * One question of a form.
 *
 * @param key path of its answer, such as {@code place.areaSqm}; also the name of its parameter. A column of a list has the
 *     name of the property alone, its parameters are {@code handlers[0].name}
 * @param kind how it is asked
 * @param label the question
 * @param hint what helps to answer it; may be empty
 * @param choices to choose from, for radios and selects
 * @param required whether it has to be answered where it is shown
 * @param shownWhen conditions that all have to hold for it to be asked, those of its group and page included
 * @param maxLength most characters; 0 if there is no bound of that kind
 * @param columns the questions of a row, for lists
 * @param maxRows most rows of a list
 * @param look how it is presented
 * @param messages words for certain errors in place of the general ones, by the schema's keyword
 */
public record Control(
        String key,
        ControlKind kind,
        LocalizedText label,
        LocalizedText hint,
        List<Choice> choices,
        boolean required,
        List<Condition> shownWhen,
        int maxLength,
        List<Control> columns,
        int maxRows,
        Look look,
        Map<String, LocalizedText> messages) {

    /** Copies the collections. */
    public Control {
        choices = List.copyOf(choices);
        shownWhen = List.copyOf(shownWhen);
        columns = List.copyOf(columns);
        messages = Map.copyOf(messages);
    }

    /** JSON pointer of the answer within the answers. */
    public String pointer() {
        return "/" + key.replace('.', '/');
    }

    /** Whether it is asked, given these answers. */
    public boolean isShown(JsonNode answers) {
        return shownWhen.stream().allMatch(condition -> condition.holds(answers));
    }

    /** The choice with this value. */
    public Optional<Choice> choice(String value) {
        return choices.stream().filter(choice -> choice.value().equals(value)).findFirst();
    }

    /**
     * How a control is presented; empty strings where nothing was said.
     *
     * @param autocomplete token of HTML's autocomplete attribute (WCAG 1.3.5)
     * @param width in characters, for answers of a known length; 0 for the full width
     * @param unit stands behind the field
     * @param suggest address of suggestions while one types
     * @param prefill which known particular of the applicant goes in beforehand, such as {@code person.nationalId}
     * @param readOnly whether what was prefilled stays as it is
     */
    public record Look(
            String autocomplete, int width, LocalizedText unit, String suggest, String prefill, boolean readOnly) {}
}
