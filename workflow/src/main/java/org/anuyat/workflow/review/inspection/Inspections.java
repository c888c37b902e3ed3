package org.anuyat.workflow.review.inspection;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.anuyat.workflow.acts.Actor;
import org.anuyat.workflow.calendar.WorkingTime;
import org.anuyat.workflow.files.Files;
import org.anuyat.workflow.files.StoredFile;
import org.anuyat.workflow.identity.Officer;
import org.anuyat.workflow.identity.Role;
import org.anuyat.workflow.review.Inspected;
import org.anuyat.workflow.review.InspectionScheduled;
import org.anuyat.workflow.review.ReinspectionOrdered;
import org.anuyat.workflow.review.cases.ReviewCase;
import org.anuyat.workflow.review.cases.ReviewCases;
import org.anuyat.workflow.review.cases.Stage;
import org.anuyat.workflow.review.cases.WrongStage;
import org.anuyat.workflow.submission.Applications;
import org.anuyat.workflow.worklist.Task;
import org.anuyat.workflow.worklist.TaskKind;
import org.anuyat.workflow.worklist.Worklist;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The inspector's acts. Each takes the version of the case that the officer's page showed, and throws
 * {@link org.anuyat.workflow.review.cases.StaleCase} when the case is another one by now.
 */
@Component
public class Inspections {

    private final Applications applications;
    private final ReviewCases cases;
    private final Worklist worklist;
    private final InspectionRows rows;
    private final Files files;
    private final WorkingTime workingTime;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final boolean earlyAllowed;

    Inspections(
            Applications applications,
            ReviewCases cases,
            Worklist worklist,
            InspectionRows rows,
            Files files,
            WorkingTime workingTime,
            Clock clock,
            ApplicationEventPublisher events,
            @Value("${anuyat.review.early-inspection:false}") boolean earlyAllowed) {
        this.applications = applications;
        this.cases = cases;
        this.worklist = worklist;
        this.rows = rows;
        this.files = files;
        this.workingTime = workingTime;
        this.clock = clock;
        this.events = events;
        this.earlyAllowed = earlyAllowed;
    }

    /** All appointments of a case, the latest first. */
    @Transactional(readOnly = true)
    public List<Inspection> of(String number) {
        return rows.of(number);
    }

    /** The appointment that stands, with its result once it has one. */
    @Transactional(readOnly = true)
    public Optional<Inspection> latest(String number) {
        return of(number).stream().filter(one -> !one.superseded()).findFirst();
    }

    /** The appointment that is still ahead. */
    @Transactional(readOnly = true)
    public Optional<Inspection> ahead(String number) {
        return of(number).stream().filter(Inspection::isAhead).findFirst();
    }

    /**
     * Whether the result may be recorded now: from the time of the appointment on, or at once where
     * {@code anuyat.review.early-inspection} is on, as in a demonstration that nobody waits a day for.
     */
    public boolean mayBeRecorded(Inspection appointment) {
        return earlyAllowed || !clock.instant().isBefore(appointment.at());
    }

    /** The photographs of a case, in the order in which they were added. */
    @Transactional(readOnly = true)
    public List<Photo> photos(String number) {
        return rows.photos(number);
    }

    /** The same by the inspection that they belong to. */
    @Transactional(readOnly = true)
    public Map<Integer, List<Photo>> photosOf(String number) {
        return photos(number).stream().collect(Collectors.groupingBy(Photo::sequence));
    }

    /**
     * Makes the appointment, or moves it to another time; the applicant is told.
     *
     * @param at within office hours of a working day
     * @param inspector an inspector of the same agency
     * @param note what the applicant is asked to prepare; may be empty
     * @throws UnlawfulAppointment when time or inspector are not as they must be
     */
    @Transactional
    public ReviewCase schedule(String number, int seen, Instant at, Officer inspector, String note, Officer officer) {
        applications.lock(number);
        worklist.requireOpen(number, TaskKind.INSPECT, officer);
        ReviewCase of = cases.asSeen(number, seen);
        Instant now = clock.instant();
        if (!at.isAfter(now)) {
            throw new UnlawfulAppointment(UnlawfulAppointment.Reason.PAST);
        }
        if (!workingTime.legalReceipt(of.agency(), at).equals(at)) {
            throw new UnlawfulAppointment(UnlawfulAppointment.Reason.OUTSIDE_OFFICE_HOURS);
        }
        if (!inspector.agency().equals(of.agency()) || !inspector.is(Role.INSPECTOR)) {
            throw new UnlawfulAppointment(UnlawfulAppointment.Reason.NO_INSPECTOR);
        }
        Actor by = by(officer);
        ReviewCase moved = cases.move(of, Stage.APPOINTED, by);
        rows.appoint(of, at, inspector, note.strip(), by, now);
        events.publishEvent(new InspectionScheduled(
                number, of.agency(), by, now, at, inspector.displayName(), note.strip()));
        return moved;
    }

    /**
     * Adds a photograph, as from a phone at the place; the version of the case stays, so that several may be added at once.
     *
     * @param photo stored already, and an image
     */
    @Transactional
    public void addPhoto(String number, StoredFile photo, String caption, Officer officer) {
        applications.lock(number);
        worklist.requireOpen(number, TaskKind.INSPECT, officer);
        ReviewCase of = cases.get(number);
        Inspection appointment = required(of);
        if (!photo.mediaType().startsWith("image/") || !photo.agency().equals(of.agency())) {
            throw new IllegalArgumentException("a photograph is an image of the agency");
        }
        rows.add(of, appointment.sequence(), photo, caption.strip(), by(officer), clock.instant());
    }

    /** Takes a photograph out again, until the result is recorded. */
    @Transactional
    public void removePhoto(String number, UUID file, Officer officer) {
        applications.lock(number);
        worklist.requireOpen(number, TaskKind.INSPECT, officer);
        Inspection appointment = required(cases.get(number));
        if (rows.remove(number, appointment.sequence(), file)) {
            files.remove(file);
        }
    }

    /**
     * Records what was seen.
     *
     * @param passed whether the place is as the law demands
     * @param findings what was seen, in any case
     * @throws TooEarly before the time of the appointment
     * @throws IllegalArgumentException when the findings are blank
     */
    @Transactional
    public ReviewCase record(String number, int seen, boolean passed, String findings, Officer officer) {
        applications.lock(number);
        Task task = worklist.requireOpen(number, TaskKind.INSPECT, officer);
        ReviewCase of = cases.asSeen(number, seen);
        if (findings.isBlank()) {
            throw new IllegalArgumentException("an inspection says what was seen");
        }
        Inspection appointment = required(of);
        if (!mayBeRecorded(appointment)) {
            throw new TooEarly(number, appointment.at());
        }
        Actor by = by(officer);
        Instant now = clock.instant();
        ReviewCase moved = cases.move(of, Stage.INSPECTED, by);
        rows.record(of, passed, findings.strip(), by, now);
        worklist.done(task, officer);
        events.publishEvent(new Inspected(
                number, of.agency(), by, now, passed, photosOf(number)
                        .getOrDefault(appointment.sequence(), List.of())
                        .size()));
        return moved;
    }

    /**
     * Has the place inspected again because it failed, before an opinion is given: the applicant puts right what was found, and
     * the inspector makes a new appointment. Results and photographs of the earlier inspections stay.
     *
     * @param seen the version of the case on the reviewing officer's page
     * @param reason what has to be put right; the applicant reads it
     * @throws WrongStage when the latest inspection did not fail
     * @throws IllegalArgumentException when the reason is blank
     */
    @Transactional
    public ReviewCase orderAgain(String number, int seen, String reason, Officer officer) {
        applications.lock(number);
        Task task = worklist.requireOpen(number, TaskKind.RECOMMEND, officer);
        ReviewCase of = cases.asSeen(number, seen);
        if (reason.isBlank()) {
            throw new IllegalArgumentException("an order to inspect again says what has to be put right");
        }
        Inspection failed = latest(number)
                .filter(one -> one.outcome().filter(result -> !result.passed()).isPresent())
                .orElseThrow(() -> new WrongStage(of, Stage.APPOINTED));
        Actor by = by(officer);
        Instant now = clock.instant();
        ReviewCase moved = cases.move(of, Stage.COMPLETE, by);
        rows.order(of, failed.sequence(), reason.strip(), by, now);
        worklist.done(task, officer);
        events.publishEvent(
                new ReinspectionOrdered(number, of.agency(), by, now, failed.sequence(), reason.strip()));
        return moved;
    }

    private Inspection required(ReviewCase of) {
        return ahead(of.number())
                .filter(appointment -> of.stage() == Stage.APPOINTED)
                .orElseThrow(() -> new WrongStage(of, Stage.INSPECTED));
    }

    private static Actor by(Officer officer) {
        return Actor.officer(officer.subject(), officer.displayName());
    }
}
