package org.anuyat.workflow.catalogue.form.control;

import java.util.List;
import org.anuyat.workflow.language.LocalizedText;

/**
 * Questions under one heading.
 *
 * @param key stable name
 * @param title heading; empty for questions that need none
 * @param intro text below it; may be empty
 * @param controls the questions
 */
public record FormGroup(String key, LocalizedText title, LocalizedText intro, List<Control> controls) {

    /** Copies the list. */
    public FormGroup {
        controls = List.copyOf(controls);
    }
}
