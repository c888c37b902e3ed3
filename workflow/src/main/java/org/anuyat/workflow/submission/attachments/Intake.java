package org.anuyat.workflow.submission.attachments;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.anuyat.workflow.catalogue.DocumentRequirement;
import org.anuyat.workflow.files.FileRefused;
import org.anuyat.workflow.files.FileType;
import org.anuyat.workflow.files.Files;
import org.anuyat.workflow.files.Policy;
import org.anuyat.workflow.files.StoredFile;
import org.anuyat.workflow.submission.Attachment;
import org.springframework.stereotype.Component;

/** Receives files by what a document requirement allows. */
@Component
public class Intake {

    private final Files files;

    Intake(Files files) {
        this.files = files;
    }

    /**
     * Receives a file. Call it outside of a transaction: an upload may be slow.
     *
     * @throws FileRefused when the requirement does not allow it or it is not what it claims to be
     */
    public Attachment receive(String agency, DocumentRequirement requirement, Upload upload) {
        var types = requirement.types().stream()
                .flatMap(ending -> FileType.ofExtension(ending).stream())
                .collect(Collectors.toSet());
        StoredFile file = files.store(
                upload.content(),
                upload.name(),
                upload.declaredType(),
                new Policy(agency, types, requirement.maxBytes()));
        return new Attachment(
                UUID.randomUUID(),
                requirement.key(),
                file.id(),
                file.name(),
                file.mediaType(),
                file.size(),
                file.sha256());
    }

    /** Throws away what was received but not used. */
    public void discard(Attachment attachment) {
        files.remove(attachment.file());
    }

    /**
     * Whether the same content is there already: the same upload sent twice.
     *
     * @throws TooManyFiles when it is not and there is no room for another
     */
    public static boolean repeats(DocumentRequirement requirement, List<Attachment> present, Attachment added) {
        if (present.stream().anyMatch(a -> a.sha256().equals(added.sha256()))) {
            return true;
        }
        if (present.size() >= requirement.maxFiles()) {
            throw new TooManyFiles(requirement.key(), requirement.maxFiles());
        }
        return false;
    }
}
