package org.anuyat.workflow.submission;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/**
 * An application (คำขอ) as it stood when it was read.
 *
 * @param number as {@link ApplicationNumber} writes it
 * @param serviceVersion the version of the service that it was started on; it stays with it
 * @param applicantId the account (subject) of the person who confirmed it
 * @param enteredAt when the data entered the system
 * @param receivedAt the legal time of receipt: {@code enteredAt}, or the next opening of the office when it came outside of
 *     office hours (Electronic Performance of Government Service Act B.E. 2565 section 10)
 * @param answers to the service's form; a copy, altering it alters nothing
 * @param attachments in the order in which they were added
 * @param version grows with every change
 */
public record Application(
        UUID id,
        String number,
        String agency,
        String serviceId,
        int serviceVersion,
        String applicantId,
        String applicantName,
        ApplicationState state,
        Instant enteredAt,
        Instant receivedAt,
        ObjectNode answers,
        List<Attachment> attachments,
        int version) {

    public Application {
        attachments = List.copyOf(attachments);
    }

    /**
     * What was handed in at one time.
     *
     * @param revision 0 for the confirmation, then one per resubmission
     * @param madeBy display name of who handed it in
     */
    public record Revision(
            int revision, Instant madeAt, String madeBy, ObjectNode answers, List<Attachment> attachments) {}

    @Override
    public ObjectNode answers() {
        return answers.deepCopy();
    }

    /** Whether it came outside of office hours, so that the law counts it as received later than it entered. */
    public boolean countsFromNextOpening() {
        return receivedAt.isAfter(enteredAt);
    }

    /** The attachments that answer one requirement. */
    public List<Attachment> attachmentsFor(String documentKey) {
        return attachments.stream().filter(a -> a.documentKey().equals(documentKey)).toList();
    }

    /** One attachment by its id. */
    public Optional<Attachment> attachment(UUID attachmentId) {
        return attachments.stream().filter(a -> a.id().equals(attachmentId)).findFirst();
    }
}
