package org.anuyat.workflow.review.checking;

import java.util.List;
import org.anuyat.workflow.language.LocalizedText;
import org.anuyat.workflow.submission.corrections.CorrectionItem;

/**
 * One thing to check in an application.
 *
 * @param key {@code point.<key>} from the service's own checklist, else {@code document.<key>} or {@code field.<key>}
 * @param text what is to be checked
 * @param targets what it is about, and what the applicant would correct; at least one
 */
public record CheckPoint(String key, LocalizedText text, List<Target> targets) {

    public CheckPoint {
        targets = List.copyOf(targets);
    }

    /**
     * A field or document.
     *
     * @param key of the form's control or the document requirement
     */
    public record Target(CorrectionItem.Kind kind, String key, LocalizedText label) {

        /** {@code field.<key>} or {@code document.<key>}. */
        public String id() {
            return (kind == CorrectionItem.Kind.FIELD ? "field." : "document.") + key;
        }
    }
}
