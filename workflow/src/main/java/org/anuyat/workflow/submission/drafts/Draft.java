package org.anuyat.workflow.submission.drafts;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.anuyat.workflow.submission.Attachment;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * An application that is being prepared (ร่างคำขอ), as it stood when it was read.
 *
 * @param ownerId account (subject) of the person who prepares it
 * @param version grows with every change of answers or documents
 * @param answers that were accepted so far; a copy, altering it alters nothing
 * @param pages the form's pages that were saved at least once, by their keys
 * @param attachments in the order in which they were added
 * @param expiresAt when it is thrown away unless it is changed before
 * @param submittedAt when an application was made from it; null while it is open
 */
public record Draft(
        UUID id,
        String agency,
        String serviceId,
        int serviceVersion,
        String ownerId,
        int version,
        ObjectNode answers,
        Map<String, PageState> pages,
        List<Attachment> attachments,
        Instant createdAt,
        Instant changedAt,
        Instant expiresAt,
        @Nullable Instant submittedAt) {

    public Draft {
        pages = Map.copyOf(pages);
        attachments = List.copyOf(attachments);
    }

    /**
     * Where one page of the form stands.
     *
     * @param version how often it was saved
     * @param accepted whether its answers had no errors when it was saved last
     * @param typed what was typed, by the fields' names, while that is not accepted; else empty
     */
    public record PageState(int version, boolean accepted, Map<String, String> typed) {

        /** A page that nobody saved yet. */
        public static final PageState NEW = new PageState(0, false, Map.of());

        public PageState {
            typed = Map.copyOf(typed);
        }

        /** What was typed, in the form of a request's parameters. */
        public Map<String, List<String>> typedAsSent() {
            Map<String, List<String>> parameters = new HashMap<>();
            typed.forEach((field, value) -> parameters.put(field, List.of(value)));
            return parameters;
        }
    }

    @Override
    public ObjectNode answers() {
        return answers.deepCopy();
    }

    /** Where a page of the form stands. */
    public PageState page(String key) {
        return pages.getOrDefault(key, PageState.NEW);
    }

    /** The files that answer one requirement. */
    public List<Attachment> attachmentsFor(String documentKey) {
        return attachments.stream().filter(a -> a.documentKey().equals(documentKey)).toList();
    }

    /** One file by its id. */
    public Optional<Attachment> attachment(UUID attachmentId) {
        return attachments.stream().filter(a -> a.id().equals(attachmentId)).findFirst();
    }

    /** Whether an application was made from it. */
    public boolean submitted() {
        return submittedAt != null;
    }
}
