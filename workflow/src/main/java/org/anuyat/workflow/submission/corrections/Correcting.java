package org.anuyat.workflow.submission.corrections;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anuyat.workflow.catalogue.DocumentRequirement;
import org.anuyat.workflow.catalogue.ServiceDefinition;
import org.anuyat.workflow.catalogue.Services;
import org.anuyat.workflow.catalogue.form.answers.FormReading;
import org.anuyat.workflow.files.FileRefused;
import org.anuyat.workflow.identity.Person;
import org.anuyat.workflow.submission.Application;
import org.anuyat.workflow.submission.ApplicationState;
import org.anuyat.workflow.submission.Applications;
import org.anuyat.workflow.submission.Attachment;
import org.anuyat.workflow.submission.UnknownApplication;
import org.anuyat.workflow.submission.attachments.Intake;
import org.anuyat.workflow.submission.attachments.NotAskedFor;
import org.anuyat.workflow.submission.attachments.TooManyFiles;
import org.anuyat.workflow.submission.attachments.Upload;
import org.anuyat.workflow.submission.corrections.Correction.Item;
import org.anuyat.workflow.submission.corrections.CorrectionItem.Kind;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The applicant's side of corrections: preparing what was asked for, item by item; {@link Resubmission} sends it in. Another's
 * application is {@link UnknownApplication}; when no round is open, or its deadline has passed, everything is
 * {@link CorrectionsOver}.
 */
@Component
public class Correcting {

    private final Applications applications;
    private final CorrectionRows rows;
    private final CorrectionForm form;
    private final Services services;
    private final Intake intake;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Correcting(
            Applications applications,
            CorrectionRows rows,
            CorrectionForm form,
            Services services,
            Intake intake,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.applications = applications;
        this.rows = rows;
        this.form = form;
        this.services = services;
        this.intake = intake;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The open round. */
    @Transactional(readOnly = true)
    public Correction find(String number, Person person) {
        return open(applications.ownedBy(number, person));
    }

    /** The version of the service that the corrected application was started on. */
    public ServiceDefinition service(Correction correction) {
        return service(applications.get(correction.applicationNumber()));
    }

    /**
     * Prepares the new answer of one field. An answer with errors is not taken over.
     *
     * @param typed the parameters of the request; only those of the field may be among them
     * @throws NotAskedFor when the officers did not ask for the field
     */
    @Transactional
    public Corrected saveField(String number, String key, Map<String, List<String>> typed, Person person) {
        Application application = locked(number, person);
        Correction correction = open(application);
        Item item = item(correction, Kind.FIELD, key);
        ServiceDefinition service = service(application);
        FormReading reading = form.read(service, key, typed, correction.answers());
        if (!reading.isComplete()) {
            return new Corrected(correction, reading);
        }
        rows.saveAnswers(correction.id(), reading.answers());
        rows.markDone(correction.id(), item.asked(), true);
        form.followUp(application, open(application), service);
        return new Corrected(open(application), reading);
    }

    /**
     * Adds a new file of a document. The new files take the place of all old ones when they are sent in.
     *
     * @throws FileRefused when the requirement does not allow it or it is not what it claims to be
     * @throws TooManyFiles when there are as many as there may be
     * @throws NotAskedFor when the officers did not ask for the document
     */
    public Correction attach(String number, String documentKey, Upload upload, Person person) {
        Application seen = applications.ownedBy(number, person);
        item(open(seen), Kind.DOCUMENT, documentKey);
        DocumentRequirement requirement =
                service(seen).document(documentKey).orElseThrow(() -> new NotAskedFor(documentKey));
        // received without a transaction, because that may be slow
        Attachment received = intake.receive(seen.agency(), requirement, upload);
        boolean kept = false;
        try {
            kept = Boolean.TRUE.equals(transaction.execute(status -> add(number, requirement, received, person)));
        } finally {
            if (!kept) {
                intake.discard(received);
            }
        }
        return find(number, person);
    }

    /** Takes a new file out again. It is no error when it is gone already. */
    @Transactional
    public Correction detach(String number, UUID attachmentId, Person person) {
        Application application = locked(number, person);
        Correction correction = open(application);
        correction.attachment(attachmentId).ifPresent(file -> {
            Item item = item(correction, Kind.DOCUMENT, file.documentKey());
            rows.removeFile(attachmentId);
            intake.discard(file);
            rows.markDone(correction.id(), item.asked(), item.files().size() > 1);
            rows.touch(correction.id());
        });
        return open(application);
    }

    private Boolean add(String number, DocumentRequirement requirement, Attachment received, Person person) {
        Correction correction = open(locked(number, person));
        Item item = item(correction, Kind.DOCUMENT, requirement.key());
        if (Intake.repeats(requirement, item.files(), received)) {
            return false;
        }
        rows.addFile(
                correction.id(), applications.get(number).agency(), received, clock.instant());
        rows.markDone(correction.id(), item.asked(), true);
        rows.touch(correction.id());
        return true;
    }

    Correction open(Application application) {
        Correction correction = rows.open(application.number())
                .filter(round -> application.state() == ApplicationState.CORRECTION_REQUESTED)
                .orElseThrow(() -> new CorrectionsOver(application.number(), null));
        if (clock.instant().isAfter(correction.deadline())) {
            throw new CorrectionsOver(application.number(), correction.deadline());
        }
        return correction;
    }

    Application locked(String number, Person person) {
        applications.ownedBy(number, person);
        return applications.lock(number);
    }

    ServiceDefinition service(Application application) {
        return services.version(application.serviceId(), application.serviceVersion());
    }

    private static Item item(Correction correction, Kind kind, String key) {
        return correction.item(kind, key).orElseThrow(() -> new NotAskedFor(key));
    }
}
