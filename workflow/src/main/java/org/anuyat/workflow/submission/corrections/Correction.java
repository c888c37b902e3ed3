package org.anuyat.workflow.submission.corrections;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.anuyat.workflow.submission.Attachment;
import org.anuyat.workflow.submission.corrections.CorrectionItem.Kind;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A round of corrections that is open or was (การแก้ไขคำขอ).
 *
 * @param round 1 for the first; the law knows one round, save for an officer's negligence (Licensing Facilitation Act B.E. 2558
 *     section 8)
 * @param deadline last moment to send it in
 * @param items in the officer's order
 * @param version grows with everything that the applicant prepares
 */
public record Correction(
        UUID id,
        String applicationNumber,
        int round,
        Instant openedAt,
        Instant deadline,
        List<Item> items,
        int version) {

    public Correction {
        items = List.copyOf(items);
    }

    /**
     * An item and what the applicant prepared for it.
     *
     * @param prepared the new value of a field, null while nothing was prepared
     * @param files new files of a document; they replace all of its old ones
     */
    public record Item(CorrectionItem asked, @Nullable JsonNode prepared, List<Attachment> files) {

        public Item {
            files = List.copyOf(files);
        }

        /** Whether the applicant has prepared something for it. */
        public boolean done() {
            return asked.kind() == Kind.FIELD ? prepared != null : !files.isEmpty();
        }
    }

    /** The item about a field or document, when the officers asked for it. */
    public Optional<Item> item(Kind kind, String key) {
        return items.stream()
                .filter(item -> item.asked().kind() == kind && item.asked().key().equals(key))
                .findFirst();
    }

    /** Whether something was prepared for every item. */
    public boolean complete() {
        return items.stream().allMatch(Item::done);
    }
}
