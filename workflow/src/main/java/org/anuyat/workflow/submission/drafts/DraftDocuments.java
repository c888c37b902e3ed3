package org.anuyat.workflow.submission.drafts;

import java.util.List;
import java.util.UUID;
import org.anuyat.workflow.catalogue.DocumentRequirement;
import org.anuyat.workflow.files.FileRefused;
import org.anuyat.workflow.identity.Person;
import org.anuyat.workflow.submission.Attachment;
import org.anuyat.workflow.submission.attachments.Intake;
import org.anuyat.workflow.submission.attachments.NotAskedFor;
import org.anuyat.workflow.submission.attachments.TooManyFiles;
import org.anuyat.workflow.submission.attachments.Upload;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The documents of drafts. The person, the locks and what is unknown are as in {@link Drafts}. */
@Component
public class DraftDocuments {

    private final Drafts drafts;
    private final DraftRows rows;
    private final Intake intake;
    private final TransactionTemplate transaction;

    DraftDocuments(Drafts drafts, DraftRows rows, Intake intake, PlatformTransactionManager transactions) {
        this.drafts = drafts;
        this.rows = rows;
        this.intake = intake;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Adds a file. The same content for the same requirement is taken once.
     *
     * @throws FileRefused when the requirement does not allow it or it is not what it claims to be
     * @throws TooManyFiles when the requirement has all the files it may have
     * @throws NotAskedFor when the answers do not call for such a document
     * @throws DraftSubmitted when the draft became an application already
     */
    public void attach(UUID id, String documentKey, Upload upload, Person person) {
        attach(id, documentKey, null, upload, person);
    }

    /** Puts a file in the place of another one, which goes; everything else as in {@link #attach}. */
    public void replace(UUID id, UUID attachmentId, Upload upload, Person person) {
        Attachment old = drafts.find(id, person)
                .attachment(attachmentId)
                .orElseThrow(() -> new NotAskedFor("attachment " + attachmentId));
        attach(id, old.documentKey(), attachmentId, upload, person);
    }

    /** Takes a file out again. It is no error when it is gone already. */
    public void detach(UUID id, UUID attachmentId, Person person) {
        transaction.executeWithoutResult(status -> {
            Draft draft = drafts.open(id, person);
            draft.attachment(attachmentId).ifPresent(attachment -> {
                rows.removeAttachment(attachmentId);
                intake.discard(attachment);
                drafts.touch(id);
            });
        });
    }

    private void attach(UUID id, String documentKey, @Nullable UUID replaced, Upload upload, Person person) {
        // received without a transaction, because that may be slow; what was found is looked at again under the lock
        Draft seen = drafts.find(id, person);
        Attachment received = intake.receive(seen.agency(), requirement(seen, documentKey), upload);
        boolean kept = false;
        try {
            kept = Boolean.TRUE.equals(transaction.execute(status -> add(id, received, replaced, person)));
        } finally {
            if (!kept) {
                intake.discard(received);
            }
        }
    }

    private boolean add(UUID id, Attachment received, @Nullable UUID replaced, Person person) {
        Draft draft = drafts.open(id, person);
        DocumentRequirement requirement = requirement(draft, received.documentKey());
        List<Attachment> others = draft.attachmentsFor(received.documentKey()).stream()
                .filter(attachment -> !attachment.id().equals(replaced))
                .toList();
        boolean repeated = Intake.repeats(requirement, others, received);
        if (!repeated) {
            rows.addAttachment(draft, received, drafts.now());
        }
        if (replaced != null) {
            draft.attachment(replaced).ifPresent(old -> {
                rows.removeAttachment(old.id());
                intake.discard(old);
            });
        }
        drafts.touch(id);
        return !repeated;
    }

    private DocumentRequirement requirement(Draft draft, String documentKey) {
        return drafts.service(draft).documentsFor(draft.answers()).stream()
                .filter(document -> document.key().equals(documentKey))
                .findFirst()
                .orElseThrow(() -> new NotAskedFor(documentKey));
    }
}
