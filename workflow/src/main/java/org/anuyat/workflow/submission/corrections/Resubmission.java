package org.anuyat.workflow.submission.corrections;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.anuyat.workflow.acts.Actor;
import org.anuyat.workflow.calendar.WorkingTime;
import org.anuyat.workflow.catalogue.ServiceDefinition;
import org.anuyat.workflow.identity.Person;
import org.anuyat.workflow.submission.Application;
import org.anuyat.workflow.submission.Applications;
import org.anuyat.workflow.submission.Attachment;
import org.anuyat.workflow.submission.CodeRequested;
import org.anuyat.workflow.submission.Resubmitted;
import org.anuyat.workflow.submission.corrections.Correction.Item;
import org.anuyat.workflow.submission.corrections.CorrectionItem.Kind;
import org.anuyat.workflow.submission.signature.CodeRefused;
import org.anuyat.workflow.submission.signature.Declaration;
import org.anuyat.workflow.submission.signature.OneTimeCodes;
import org.anuyat.workflow.submission.signature.OneTimeCodes.Paper;
import org.anuyat.workflow.submission.signature.Signatures;
import org.anuyat.workflow.submission.signature.TooManyCodes;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sending corrections in (การส่งคำขอที่แก้ไข), signed as the application itself was: by a one-time code and a press of the
 * button. Who may, and until when, is as {@link Correcting} says.
 */
@Component
public class Resubmission {

    private final Correcting correcting;
    private final Applications applications;
    private final CorrectionRows rows;
    private final CorrectionForm form;
    private final OneTimeCodes codes;
    private final Signatures signatures;
    private final WorkingTime workingTime;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Resubmission(
            Correcting correcting,
            Applications applications,
            CorrectionRows rows,
            CorrectionForm form,
            OneTimeCodes codes,
            Signatures signatures,
            WorkingTime workingTime,
            ApplicationEventPublisher events,
            Clock clock) {
        this.correcting = correcting;
        this.applications = applications;
        this.rows = rows;
        this.form = form;
        this.codes = codes;
        this.signatures = signatures;
        this.workingTime = workingTime;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Sends the applicant a one-time code, which ends an earlier one.
     *
     * @param version of the corrections as they were shown
     * @throws CorrectionChanged when something is still to be done, or was changed after it was shown
     * @throws TooManyCodes when more were asked for and not used within an hour than {@code anuyat.confirmation.codes-per-hour} allows
     */
    @Transactional
    public void requestCode(String number, int version, Person person) {
        Application application = correcting.locked(number, person);
        Correction correction = asShown(application, version);
        Instant now = now();
        events.publishEvent(new CodeRequested(
                number,
                application.agency(),
                application.serviceId(),
                application.serviceVersion(),
                person.subject(),
                codes.create(paper(application, correction), person, now),
                now,
                now.plus(OneTimeCodes.LIFE)));
    }

    /** Until when the code that was sent last works; empty when none does. */
    @Transactional(readOnly = true)
    public Optional<Instant> codeWorksUntil(String number, Person person) {
        Correction correction = correcting.find(number, person);
        return codes.worksUntil(paper(applications.get(number), correction), clock.instant());
    }

    /**
     * Sends everything in. Sending it in again after it went in changes nothing.
     *
     * @param version of the corrections as they were shown
     * @param code the one-time code; ignored when the service asks for none
     * @throws CorrectionChanged when something is still to be done, or was changed after it was shown
     * @throws CodeRefused when the code is wrong, old or tried too often
     */
    @Transactional(noRollbackFor = CodeRefused.class)
    public void resubmit(String number, int version, String code, Declaration declaration, Person person) {
        Application application = correcting.locked(number, person);
        if (rows.open(number).isEmpty() && !rows.changes(number).isEmpty()) {
            return;
        }
        Correction correction = asShown(application, version);
        ServiceDefinition service = correcting.service(application);
        Instant now = now();
        @Nullable UUID codeId = service.oneTimeCode() ? codes.use(paper(application, correction), code, now) : null;
        ObjectNode answers = service.form().tidy(correction.answers());
        List<Attachment> attachments = attachments(application, correction, service, answers);
        form.keepChanges(application, correction, answers, attachments);
        int revision = applications.revise(number, answers, attachments, now, person.displayName());
        rows.close(application.id(), now, true);
        signatures.keep(applications.get(number), revision, person, now, declaration, codeId);
        events.publishEvent(new Resubmitted(
                number,
                application.agency(),
                Actor.citizen(person.subject(), person.displayName()),
                now,
                workingTime.legalReceipt(application.agency(), now),
                revision,
                correction.items().stream().map(item -> item.asked().key()).toList()));
    }

    private Correction asShown(Application application, int version) {
        Correction correction = correcting.open(application);
        if (correction.version() != version || !correction.complete()) {
            throw new CorrectionChanged(correction);
        }
        return correction;
    }

    /** Old files where nothing was handed in anew, new ones where something was, in the order of the service's documents. */
    private static List<Attachment> attachments(
            Application application, Correction correction, ServiceDefinition service, ObjectNode answers) {
        Function<String, List<Attachment>> files = key -> correction
                .item(Kind.DOCUMENT, key)
                .map(Item::files)
                .filter(renewed -> !renewed.isEmpty())
                .orElseGet(() -> application.attachmentsFor(key));
        List<Attachment> attachments = new ArrayList<>();
        service.documentsFor(answers).forEach(document -> attachments.addAll(files.apply(document.key())));
        return attachments;
    }

    private static Paper paper(Application application, Correction correction) {
        return new Paper(Paper.Kind.CORRECTION, correction.id(), application.agency());
    }

    /** To the microsecond, as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
