package org.anuyat.workflow.submission.corrections;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.anuyat.workflow.submission.Attachment;
import org.anuyat.workflow.submission.corrections.CorrectionItem.Kind;
import tools.jackson.databind.node.ObjectNode;

/**
 * An open round of corrections (การแก้ไขคำขอ).
 *
 * @param round 1 for the first; the law knows one round, save for an officer's negligence (Licensing Facilitation Act B.E. 2558
 *     section 8)
 * @param deadline last moment to send it in
 * @param answers of the application with what the applicant prepared so far; a copy, altering it alters nothing
 * @param items in the officer's order; after them what corrected answers called for by themselves
 * @param version grows with everything that the applicant prepares
 */
public record Correction(
        UUID id,
        String applicationNumber,
        int round,
        Instant openedAt,
        Instant deadline,
        ObjectNode answers,
        List<Item> items,
        int version) {

    public Correction {
        items = List.copyOf(items);
    }

    /**
     * An item and what the applicant prepared for it.
     *
     * @param consequence whether no officer asked for it, but a corrected answer calls for it
     * @param done whether the applicant prepared something for it
     * @param files new files of a document; they take the place of all of its old ones
     */
    public record Item(CorrectionItem asked, boolean consequence, boolean done, List<Attachment> files) {

        public Item {
            files = List.copyOf(files);
        }
    }

    @Override
    public ObjectNode answers() {
        return answers.deepCopy();
    }

    /** The item about a field or document, if it may be corrected. */
    public Optional<Item> item(Kind kind, String key) {
        return items.stream()
                .filter(item -> item.asked().kind() == kind && item.asked().key().equals(key))
                .findFirst();
    }

    /** One of the new files. */
    public Optional<Attachment> attachment(UUID attachmentId) {
        return items.stream()
                .flatMap(item -> item.files().stream())
                .filter(file -> file.id().equals(attachmentId))
                .findFirst();
    }

    /** Whether something was prepared for every item. */
    public boolean complete() {
        return items.stream().allMatch(Item::done);
    }
}
