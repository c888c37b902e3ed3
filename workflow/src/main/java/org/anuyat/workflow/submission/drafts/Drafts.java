package org.anuyat.workflow.submission.drafts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anuyat.workflow.catalogue.ServiceDefinition;
import org.anuyat.workflow.catalogue.Services;
import org.anuyat.workflow.catalogue.form.answers.FormReading;
import org.anuyat.workflow.catalogue.form.control.FormPage;
import org.anuyat.workflow.identity.AssuranceLevel;
import org.anuyat.workflow.identity.Person;
import org.anuyat.workflow.submission.attachments.Intake;
import org.anuyat.workflow.submission.attachments.NotAskedFor;
import org.anuyat.workflow.submission.drafts.Draft.PageState;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * All drafts. Every method that takes a person knows only that person's drafts: another's are {@link UnknownDraft}.
 *
 * <p>Locking: every change takes the draft's row first. Each page of the form has a version of its own, so that saving one
 * page never makes another window's page stale; the draft's version grows with everything, so that what is confirmed is what
 * was checked.
 */
@Component
public class Drafts {

    private static final String NO_ASSURANCE = "NONE";

    private final Services services;
    private final Intake intake;
    private final JsonMapper json;
    private final Clock clock;
    private final Duration keep;
    private final DraftRows rows;

    Drafts(
            DraftRows rows,
            Services services,
            Intake intake,
            JsonMapper json,
            Clock clock,
            @Value("${anuyat.drafts.keep:90d}") Duration keep) {
        this.rows = rows;
        this.services = services;
        this.intake = intake;
        this.json = json;
        this.clock = clock;
        this.keep = keep;
    }

    /**
     * Starts an application, with what is known about the person filled in. Starting the same service again before anything was
     * changed gives the same draft.
     *
     * @throws AssuranceTooLow when the service demands a better proof of identity
     */
    @Transactional
    public Draft start(String serviceId, Person person) {
        ServiceDefinition service = services.current(serviceId);
        requireAssurance(service, person);
        return rows.openOf(person.subject(), clock.instant()).stream()
                .filter(draft -> draft.version() == 0
                        && draft.serviceId().equals(serviceId)
                        && draft.serviceVersion() == service.version())
                .findFirst()
                .orElseGet(() -> insert(service, person));
    }

    /** One draft. An expired one is unknown. */
    @Transactional(readOnly = true)
    public Draft find(UUID id, Person person) {
        return owned(id, person, false);
    }

    /** The person's open drafts, the one changed last first. */
    @Transactional(readOnly = true)
    public List<Draft> ofPerson(Person person) {
        return rows.openOf(person.subject(), clock.instant());
    }

    /** Takes one of the person's drafts for the rest of the running transaction, submitted or not. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Draft lock(UUID id, Person person) {
        return owned(id, person, true);
    }

    /** Closes a draft that became an application. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void markSubmitted(UUID id, Instant at) {
        rows.markSubmitted(id, at);
    }

    /**
     * Saves a page of the form. Answers without errors are taken over; otherwise what was typed is kept beside the answers that
     * were accepted before. Sending the same page twice is as good as once.
     *
     * @param pageVersion {@link PageState#version()} as it was when the page was shown
     * @param typed the parameters of the request
     * @throws StalePage when another window saved something else on the page meanwhile
     * @throws DraftSubmitted when it became an application already
     * @throws NotAskedFor when the form has no such page
     */
    @Transactional
    public Saved savePage(UUID id, String pageKey, int pageVersion, Map<String, List<String>> typed, Person person) {
        Draft draft = open(id, person);
        FormReading reading = read(draft, pageKey, typed, person);
        PageState before = draft.page(pageKey);
        PageState after = new PageState(
                before.version() + 1, reading.isComplete(), reading.isComplete() ? Map.of() : reading.entered());
        ObjectNode answers = after.accepted() ? reading.answers() : draft.answers();
        boolean nothingNew = before.version() > 0
                && before.accepted() == after.accepted()
                && before.typed().equals(after.typed())
                && asKept(answers).equals(draft.answers());
        if (nothingNew) {
            return new Saved(draft, reading);
        }
        if (before.version() != pageVersion) {
            throw new StalePage(draft);
        }
        Map<String, PageState> pages = new HashMap<>(draft.pages());
        pages.put(pageKey, after);
        Instant now = now();
        rows.save(id, answers, pages, now, now.plus(keep));
        return new Saved(owned(id, person, false), reading);
    }

    /**
     * Reads what was sent for a page without saving it. What is proven about the person takes the place of what was answered
     * otherwise.
     *
     * @throws NotAskedFor when the form has no such page
     */
    public FormReading read(Draft draft, String pageKey, Map<String, List<String>> typed, Person person) {
        var form = service(draft).form();
        FormPage page = form.page(pageKey).orElseThrow(() -> new NotAskedFor(pageKey));
        return form.read(page, typed, form.asProven(Prefill.known(person, clock), draft.answers()));
    }

    /** What of one of the person's drafts is done and what is left. */
    public Progress progress(Draft draft, Person person) {
        return Progress.of(draft, service(draft), Prefill.known(person, clock));
    }

    /** Throws a draft away with its files. It is no error when it is gone already. */
    @Transactional
    public void delete(UUID id, Person person) {
        rows.find(id, true)
                .filter(draft -> draft.ownerId().equals(person.subject()))
                .ifPresent(draft -> {
                    if (draft.submitted()) {
                        throw new DraftSubmitted(id);
                    }
                    remove(draft);
                });
    }

    /**
     * Throws away drafts that nobody changed for the time set by {@code anuyat.drafts.keep} (90 days unless set).
     *
     * @param most how many at once
     * @return how many were thrown away
     */
    @Transactional
    public int removeExpired(int most) {
        List<UUID> expired = rows.expired(clock.instant(), most);
        expired.forEach(id -> rows.find(id, true).ifPresent(this::remove));
        return expired.size();
    }

    /** The version of the service that a draft was started on. */
    public ServiceDefinition service(Draft draft) {
        return services.version(draft.serviceId(), draft.serviceVersion());
    }

    /**
     * Refuses a person whose identity is not proven well enough.
     *
     * @throws AssuranceTooLow when the service demands a better proof
     */
    public void requireAssurance(ServiceDefinition service, Person person) {
        if (service.assurance().equals(NO_ASSURANCE)) {
            return;
        }
        AssuranceLevel demanded = AssuranceLevel.of(service.assurance())
                .orElseThrow(() -> new IllegalStateException(
                        "service " + service.id() + " demands an unknown assurance: " + service.assurance()));
        if (!person.assurance().isAtLeast(demanded)) {
            throw new AssuranceTooLow(service.id(), demanded, person.assurance());
        }
    }

    Draft open(UUID id, Person person) {
        Draft draft = owned(id, person, true);
        if (draft.submitted()) {
            throw new DraftSubmitted(id);
        }
        return draft;
    }

    void touch(UUID id) {
        Instant now = now();
        rows.touch(id, now, now.plus(keep));
    }

    /** To the microsecond, as the database keeps it. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private Draft insert(ServiceDefinition service, Person person) {
        Instant now = now();
        Draft draft = new Draft(
                UUID.randomUUID(),
                service.agency(),
                service.id(),
                service.version(),
                person.subject(),
                0,
                service.form().prefill(Prefill.known(person, clock), json.createObjectNode()),
                Map.of(),
                List.of(),
                now,
                now,
                now.plus(keep),
                null);
        rows.insert(draft);
        return draft;
    }

    private Draft owned(UUID id, Person person, boolean forUpdate) {
        return rows.find(id, forUpdate)
                .filter(draft -> draft.ownerId().equals(person.subject()))
                .filter(draft -> draft.submitted() || draft.expiresAt().isAfter(clock.instant()))
                .orElseThrow(() -> new UnknownDraft(id));
    }

    /** Numbers read from the database are of another Java type than those just read from a request. */
    private JsonNode asKept(ObjectNode answers) {
        return json.readTree(answers.toString());
    }

    private void remove(Draft draft) {
        rows.remove(draft.id());
        draft.attachments().forEach(intake::discard);
    }
}
