package org.anuyat.workflow.review.checking;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.anuyat.workflow.acts.Actor;
import org.anuyat.workflow.calendar.WorkingTime;
import org.anuyat.workflow.catalogue.Deadlines.Deadline;
import org.anuyat.workflow.catalogue.Services;
import org.anuyat.workflow.identity.Officer;
import org.anuyat.workflow.review.CorrectionRequested;
import org.anuyat.workflow.review.FoundComplete;
import org.anuyat.workflow.review.cases.ReviewCase;
import org.anuyat.workflow.review.cases.ReviewCases;
import org.anuyat.workflow.review.cases.Stage;
import org.anuyat.workflow.submission.Application;
import org.anuyat.workflow.submission.ApplicationState;
import org.anuyat.workflow.submission.Applications;
import org.anuyat.workflow.submission.corrections.Change;
import org.anuyat.workflow.submission.corrections.CorrectionItem;
import org.anuyat.workflow.submission.corrections.Corrections;
import org.anuyat.workflow.worklist.Task;
import org.anuyat.workflow.worklist.TaskKind;
import org.anuyat.workflow.worklist.Worklist;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The reviewing officer's check of completeness and correctness (Licensing Facilitation Act B.E. 2558 section 8: at once, every
 * defect in one list, once).
 *
 * <p>Each act takes the version of the case that the officer's page showed, and throws
 * {@link org.anuyat.workflow.review.cases.StaleCase} when the case is another one by now.
 */
@Component
public class Checks {

    private final Applications applications;
    private final Corrections corrections;
    private final Services services;
    private final ReviewCases cases;
    private final Worklist worklist;
    private final Checklists checklists;
    private final Findings findings;
    private final WorkingTime workingTime;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Checks(
            Applications applications,
            Corrections corrections,
            Services services,
            ReviewCases cases,
            Worklist worklist,
            Checklists checklists,
            Findings findings,
            WorkingTime workingTime,
            Clock clock,
            ApplicationEventPublisher events) {
        this.applications = applications;
        this.corrections = corrections;
        this.services = services;
        this.cases = cases;
        this.worklist = worklist;
        this.checklists = checklists;
        this.findings = findings;
        this.workingTime = workingTime;
        this.clock = clock;
        this.events = events;
    }

    /** The checklist of a registered application as it was found in a round. */
    @Transactional(readOnly = true)
    public CheckSheet sheet(Application application, int round) {
        Map<String, Finding> found = findings.of(application.number(), round);
        return new CheckSheet(
                round,
                checklists.of(application).stream()
                        .map(point -> new CheckSheet.Line(point, found.get(point.key())))
                        .toList());
    }

    /** The requests to correct, in their order. */
    @Transactional(readOnly = true)
    public List<CorrectionRequest> requests(String number) {
        return findings.requests(number);
    }

    /**
     * The defects of a checklist that an earlier request listed already: they can't be asked for again, whatever the reason.
     *
     * @param sheet of the case as it is now
     */
    @Transactional(readOnly = true)
    public List<CorrectionItem> askedBefore(String number, CheckSheet sheet) {
        Set<String> listed = corrections.changes(number).stream()
                .map(Change::asked)
                // what a corrected answer called for by itself was asked for by nobody
                .filter(asked -> !asked.remark().isEmpty())
                .map(Checks::id)
                .collect(Collectors.toSet());
        return sheet.corrections().stream()
                .filter(item -> listed.contains(id(item)))
                .toList();
    }

    /** Until when corrections could be sent in if they were asked for now. */
    @Transactional(readOnly = true)
    public Instant deadlineFromNow(Application application) {
        Deadline period = services.version(application.serviceId(), application.serviceVersion())
                .deadlines()
                .correction();
        Instant now = clock.instant();
        return period.workingDays()
                ? workingTime.deadlineAfterWorkingDays(application.agency(), now, period.days())
                : workingTime.deadlineAfterDays(application.agency(), now, period.days());
    }

    /**
     * Keeps what was found so far; points that are not named stay as they are.
     *
     * @param found by the points' keys
     * @return the case with its new version
     * @throws IllegalArgumentException when a point is none of the checklist's, or a defect lacks its remark
     */
    @Transactional
    public ReviewCase save(String number, int seen, Map<String, Finding> found, Officer officer) {
        Application application = applications.lock(number);
        worklist.requireOpen(number, TaskKind.CHECK, officer);
        ReviewCase of = cases.asSeen(number, seen);
        Map<String, CheckPoint> points = checklists.of(application).stream()
                .collect(Collectors.toMap(CheckPoint::key, point -> point));
        Actor by = by(officer);
        Instant now = clock.instant();
        found.forEach((key, finding) -> {
            CheckPoint point = points.get(key);
            if (point == null) {
                throw new IllegalArgumentException("no point " + key + " in the checklist of " + number);
            }
            findings.write(of, key, exact(point, finding), by, now);
        });
        return cases.touch(of, by);
    }

    private static Finding exact(CheckPoint point, Finding finding) {
        if (finding.ok()) {
            return Finding.correct();
        }
        if (finding.remark().isBlank()) {
            throw new IllegalArgumentException("a defect at " + point.key() + " says what is wrong");
        }
        Set<String> all = point.targets().stream()
                .map(CheckPoint.Target::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Set<String> chosen = finding.targets().isEmpty() ? all : finding.targets();
        if (!all.containsAll(chosen)) {
            throw new IllegalArgumentException(point.key() + " is not about all of " + chosen);
        }
        return new Finding(false, finding.remark().strip(), chosen);
    }

    /**
     * Finds the application complete and correct.
     *
     * @throws ChecklistUnfinished while a point is open or has a defect
     */
    @Transactional
    public ReviewCase complete(String number, int seen, Officer officer) {
        Application application = applications.lock(number);
        Task task = worklist.requireOpen(number, TaskKind.CHECK, officer);
        ReviewCase of = cases.asSeen(number, seen);
        CheckSheet sheet = finished(application, of);
        if (!sheet.defects().isEmpty()) {
            throw new ChecklistUnfinished(
                    ChecklistUnfinished.Reason.DEFECTS,
                    sheet.defects().stream().map(line -> line.point().key()).toList());
        }
        Actor by = by(officer);
        ReviewCase moved = cases.move(of, Stage.COMPLETE, by);
        worklist.done(task, officer);
        events.publishEvent(new FoundComplete(number, of.agency(), by, clock.instant(), of.round()));
        return moved;
    }

    /**
     * Asks the applicant to correct every defect until the deadline that the service sets.
     *
     * @param negligence what an officer overlooked, when this is not the first request; else null
     * @throws ChecklistUnfinished while a point is open, or when there is no defect
     * @throws CorrectionsOnlyOnce when this is not the first request, and no negligence is stated or it lists again what was
     *     listed before
     */
    @Transactional
    public ReviewCase requestCorrections(String number, int seen, @Nullable String negligence, Officer officer) {
        Application application = applications.lock(number);
        Task task = worklist.requireOpen(number, TaskKind.CHECK, officer);
        ReviewCase of = cases.asSeen(number, seen);
        CheckSheet sheet = finished(application, of);
        List<CorrectionItem> items = sheet.corrections();
        if (items.isEmpty()) {
            throw new ChecklistUnfinished(ChecklistUnfinished.Reason.NO_DEFECTS, List.of());
        }
        boolean first = findings.requests(number).isEmpty();
        List<CorrectionItem> again = askedBefore(number, sheet);
        if (!first && (!again.isEmpty() || negligence == null || negligence.isBlank())) {
            throw new CorrectionsOnlyOnce(number, again);
        }
        Instant now = clock.instant();
        Instant deadline = deadlineFromNow(application);
        Actor by = by(officer);
        findings.request(of, deadline, first || negligence == null ? null : negligence.strip(), by, now);
        corrections.open(number, items, deadline, by);
        applications.move(number, ApplicationState.CORRECTION_REQUESTED);
        ReviewCase moved = cases.move(of, Stage.CORRECTING, by);
        worklist.done(task, officer);
        events.publishEvent(new CorrectionRequested(number, of.agency(), by, now, of.round(), items, deadline));
        return moved;
    }

    /**
     * Takes the corrected application back into review: what was right stays right, the rest is to be looked at again. The
     * procedure calls this when the applicant has sent the corrections in.
     */
    @Transactional
    public ReviewCase reopen(String number) {
        applications.lock(number);
        ReviewCase of = cases.get(number);
        findings.carryOver(number, of.round());
        applications.move(number, ApplicationState.IN_REVIEW);
        return cases.nextRound(of, Actor.SYSTEM);
    }

    private CheckSheet finished(Application application, ReviewCase of) {
        CheckSheet sheet = sheet(application, of.round());
        if (!sheet.open().isEmpty()) {
            throw new ChecklistUnfinished(
                    ChecklistUnfinished.Reason.OPEN_POINTS,
                    sheet.open().stream().map(CheckPoint::key).toList());
        }
        return sheet;
    }

    private static String id(CorrectionItem item) {
        return item.kind() + "." + item.key();
    }

    private static Actor by(Officer officer) {
        return Actor.officer(officer.subject(), officer.displayName());
    }
}
