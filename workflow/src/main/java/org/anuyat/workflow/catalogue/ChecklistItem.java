package org.anuyat.workflow.catalogue;

import java.util.List;
import org.anuyat.workflow.language.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * One thing that the reviewing officer checks.
 *
 * @param key stable name
 * @param text what is to be checked
 * @param fields keys of the form's controls that it is about, and that the applicant corrects on a defect
 * @param document key of the document that it is about; null if it is about fields alone
 */
public record ChecklistItem(String key, LocalizedText text, List<String> fields, @Nullable String document) {

    /** Copies the list. */
    public ChecklistItem {
        fields = List.copyOf(fields);
    }
}
