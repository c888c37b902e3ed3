package org.anuyat.workflow.submission.corrections;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What became of one item when the applicant sent the corrections in.
 *
 * @param before value of the field, or the list of the document's files (objects with {@code name}, {@code sha256},
 *     {@code file}, {@code mediaType}, {@code size}); null when there was none
 * @param after the same afterwards
 */
public record Change(
        int round, Instant resubmittedAt, CorrectionItem asked, @Nullable JsonNode before, @Nullable JsonNode after) {

    /** Whether something else was handed in than before. */
    public boolean isDifferent() {
        return before == null ? after != null : !before.equals(after);
    }
}
