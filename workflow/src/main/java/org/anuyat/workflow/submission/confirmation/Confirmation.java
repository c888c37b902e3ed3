package org.anuyat.workflow.submission.confirmation;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.anuyat.workflow.acts.Actor;
import org.anuyat.workflow.calendar.WorkingTime;
import org.anuyat.workflow.catalogue.ServiceDefinition;
import org.anuyat.workflow.identity.Person;
import org.anuyat.workflow.submission.Application;
import org.anuyat.workflow.submission.ApplicationState;
import org.anuyat.workflow.submission.Applications;
import org.anuyat.workflow.submission.Attachment;
import org.anuyat.workflow.submission.CodeRequested;
import org.anuyat.workflow.submission.Submitted;
import org.anuyat.workflow.submission.drafts.AssuranceTooLow;
import org.anuyat.workflow.submission.drafts.Draft;
import org.anuyat.workflow.submission.drafts.DraftSubmitted;
import org.anuyat.workflow.submission.drafts.Drafts;
import org.anuyat.workflow.submission.drafts.Progress;
import org.anuyat.workflow.submission.drafts.StalePage;
import org.anuyat.workflow.submission.drafts.UnknownDraft;
import org.anuyat.workflow.submission.signature.CodeRefused;
import org.anuyat.workflow.submission.signature.Declaration;
import org.anuyat.workflow.submission.signature.OneTimeCodes;
import org.anuyat.workflow.submission.signature.OneTimeCodes.Paper;
import org.anuyat.workflow.submission.signature.Signatures;
import org.anuyat.workflow.submission.signature.TooManyCodes;
import org.anuyat.workflow.thai.BuddhistDate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.ObjectNode;

/**
 * The press of the confirm button (ยืนยันการยื่นคำขอ). One draft becomes one application, however often it is pressed: the
 * draft's row is locked first, what was made before is handed out again, and the database allows one application per draft.
 */
@Component
public class Confirmation {

    private final Drafts drafts;
    private final Applications applications;
    private final OneTimeCodes codes;
    private final Signatures signatures;
    private final WorkingTime workingTime;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Confirmation(
            Drafts drafts,
            Applications applications,
            OneTimeCodes codes,
            Signatures signatures,
            WorkingTime workingTime,
            ApplicationEventPublisher events,
            Clock clock) {
        this.drafts = drafts;
        this.applications = applications;
        this.codes = codes;
        this.signatures = signatures;
        this.workingTime = workingTime;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Sends the applicant a one-time code, which ends an earlier one.
     *
     * @return until when it works
     * @throws NotReady when there is nothing to confirm yet
     * @throws TooManyCodes when more were asked for and not used within an hour than {@code anuyat.confirmation.codes-per-hour} allows
     * @throws DraftSubmitted when it became an application already
     */
    @Transactional
    public Instant requestCode(UUID draftId, Person person) {
        Draft draft = drafts.lock(draftId, person);
        if (draft.submitted()) {
            throw new DraftSubmitted(draftId);
        }
        requireReady(draft, person);
        Instant now = now();
        String code = codes.create(paper(draft), person, now);
        Instant expires = now.plus(OneTimeCodes.LIFE);
        events.publishEvent(new CodeRequested(
                null,
                draft.agency(),
                draft.serviceId(),
                draft.serviceVersion(),
                person.subject(),
                code,
                now,
                expires));
        return expires;
    }

    /** Until when the code that was sent last works; empty when none does. */
    @Transactional(readOnly = true)
    public Optional<Instant> codeWorksUntil(UUID draftId, Person person) {
        return codes.worksUntil(paper(drafts.find(draftId, person)), clock.instant());
    }

    /** What a draft became, if it became an application. */
    @Transactional(readOnly = true)
    public Optional<Receipt> receipt(UUID draftId, Person person) {
        return applications.ofDraft(drafts.find(draftId, person).id()).map(Confirmation::receipt);
    }

    /**
     * Makes the application. Everything happens in one transaction: the application with its evidence, and whatever the others
     * do on {@link Submitted}.
     *
     * @param version of the draft as it was shown to be checked
     * @param code the one-time code; ignored when the service asks for none
     * @throws CodeRefused when the code is wrong, old or tried too often
     * @throws StalePage when the draft was changed after it was shown
     * @throws NotReady when something is missing
     * @throws AssuranceTooLow when the identity is not proven well enough
     * @throws UnknownDraft when there is none
     */
    @Transactional(noRollbackFor = CodeRefused.class)
    public Receipt confirm(UUID draftId, int version, String code, Declaration declaration, Person person) {
        Draft draft = drafts.lock(draftId, person);
        Optional<Application> earlier = applications.ofDraft(draftId);
        if (earlier.isPresent()) {
            return receipt(earlier.get());
        }
        if (draft.version() != version) {
            throw new StalePage(draft);
        }
        ServiceDefinition service = drafts.service(draft);
        drafts.requireAssurance(service, person);
        requireReady(draft, person);
        Instant now = now();
        @Nullable UUID codeId = service.oneTimeCode() ? codes.use(paper(draft), code, now) : null;
        return receipt(enter(draft, service, person, now, declaration, codeId));
    }

    private Application enter(
            Draft draft,
            ServiceDefinition service,
            Person person,
            Instant now,
            Declaration declaration,
            @Nullable UUID codeId) {
        Instant received = workingTime.legalReceipt(draft.agency(), now);
        int year = now.atZone(BuddhistDate.ZONE).getYear() + BuddhistDate.ERA;
        ObjectNode answers = service.form().tidy(draft.answers());
        Application application = new Application(
                UUID.randomUUID(),
                applications.nextNumber(draft.agency(), year).toString(),
                draft.agency(),
                draft.serviceId(),
                draft.serviceVersion(),
                person.subject(),
                person.displayName(),
                ApplicationState.SUBMITTED,
                now,
                received,
                answers,
                attachments(draft, service, answers),
                0);
        applications.enter(application, draft.id());
        drafts.markSubmitted(draft.id(), now);
        String sha256 = signatures.keep(application, 0, person, now, declaration, codeId);
        events.publishEvent(new Submitted(
                application.number(),
                application.agency(),
                Actor.citizen(person.subject(), person.displayName()),
                now,
                application.id(),
                application.serviceId(),
                application.serviceVersion(),
                received,
                application.attachments().size(),
                sha256));
        return application;
    }

    /** Files of documents that the final answers don't call for stay behind. */
    private static List<Attachment> attachments(Draft draft, ServiceDefinition service, ObjectNode answers) {
        return service.documentsFor(answers).stream()
                .flatMap(document -> draft.attachmentsFor(document.key()).stream())
                .toList();
    }

    private void requireReady(Draft draft, Person person) {
        Progress progress = drafts.progress(draft, person);
        if (!progress.ready()) {
            throw new NotReady(draft.id(), progress);
        }
    }

    private static Paper paper(Draft draft) {
        return new Paper(Paper.Kind.DRAFT, draft.id(), draft.agency());
    }

    private static Receipt receipt(Application application) {
        return new Receipt(application.number(), application.enteredAt(), application.receivedAt());
    }

    /** To the microsecond, as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
