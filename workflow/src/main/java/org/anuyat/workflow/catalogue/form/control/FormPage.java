package org.anuyat.workflow.catalogue.form.control;

import java.util.List;
import java.util.stream.Stream;
import org.anuyat.workflow.language.LocalizedText;
import tools.jackson.databind.JsonNode;

/**
 * One page of a form (a Category of JSON Forms).
 *
 * @param key stable name, part of its address
 * @param title heading
 * @param intro text below it; may be empty
 * @param groups its questions
 */
public record FormPage(String key, LocalizedText title, LocalizedText intro, List<FormGroup> groups) {

    /** Copies the list. */
    public FormPage {
        groups = List.copyOf(groups);
    }

    /** All questions of the page in their order. */
    public Stream<Control> controls() {
        return groups.stream().flatMap(group -> group.controls().stream());
    }

    /** Whether any of its questions is asked, given these answers; a page without one is passed over. */
    public boolean isShown(JsonNode answers) {
        return controls().anyMatch(control -> control.isShown(answers));
    }
}
