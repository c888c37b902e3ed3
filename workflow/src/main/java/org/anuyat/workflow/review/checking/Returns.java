package org.anuyat.workflow.review.checking;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.anuyat.workflow.acts.Actor;
import org.anuyat.workflow.identity.Officer;
import org.anuyat.workflow.review.Returned;
import org.anuyat.workflow.review.cases.ReviewCase;
import org.anuyat.workflow.review.cases.ReviewCases;
import org.anuyat.workflow.review.cases.Stage;
import org.anuyat.workflow.submission.ApplicationState;
import org.anuyat.workflow.submission.Applications;
import org.anuyat.workflow.submission.corrections.Corrections;
import org.anuyat.workflow.worklist.Task;
import org.anuyat.workflow.worklist.TaskKind;
import org.anuyat.workflow.worklist.Worklist;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Giving an application back that was not put right (การคืนคำขอ, Licensing Facilitation Act B.E. 2558 section 9). */
@Component
public class Returns {

    /** What the applicant reads when nothing came until the deadline. */
    private static final String EXPIRED = "ผู้ยื่นคำขอมิได้แก้ไขหรือเพิ่มเติมคำขอและเอกสารภายในระยะเวลาที่พนักงานเจ้าหน้าที่กำหนด";

    private final Applications applications;
    private final Corrections corrections;
    private final ReviewCases cases;
    private final Worklist worklist;
    private final Findings findings;
    private final Checks checks;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Returns(
            Applications applications,
            Corrections corrections,
            ReviewCases cases,
            Worklist worklist,
            Findings findings,
            Checks checks,
            JdbcClient jdbc,
            Clock clock,
            ApplicationEventPublisher events) {
        this.applications = applications;
        this.corrections = corrections;
        this.cases = cases;
        this.worklist = worklist;
        this.findings = findings;
        this.checks = checks;
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    /** Why an application was returned, when it was. */
    public record Reason(String text, String by, Instant at) {}

    /**
     * Returns an application whose deadline for corrections has passed. The procedure's timer calls this; nothing happens when
     * the applicant was faster, or it was returned already.
     */
    @Transactional
    public void returnExpired(String number) {
        if (applications.lock(number).state() != ApplicationState.CORRECTION_REQUESTED) {
            return;
        }
        Instant now = clock.instant();
        Instant deadline = lastDeadline(number);
        if (!now.isBefore(deadline)) {
            give(cases.get(number), EXPIRED, deadline, Actor.SYSTEM, now);
        }
    }

    /**
     * Returns an application that the applicant sent in again without putting it right. The checklist of this round holds
     * what is still wanting.
     *
     * @param seen the version of the case on the officer's page
     * @param reason what is still wanting; the applicant reads it
     * @throws ChecklistUnfinished when nobody has asked for corrections yet, or all that is wanting was overlooked then: that
     *     must be asked for before
     * @throws IllegalArgumentException when the reason is blank
     */
    @Transactional
    public void returnUncorrected(String number, int seen, String reason, Officer officer) {
        applications.lock(number);
        Task task = worklist.requireOpen(number, TaskKind.CHECK, officer);
        ReviewCase of = cases.asSeen(number, seen);
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a return says why");
        }
        CheckSheet sheet = checks.sheet(applications.get(number), of.round());
        boolean onlyOverlooked = !sheet.corrections().isEmpty()
                && checks.askedBefore(number, sheet).isEmpty();
        if (findings.requests(number).isEmpty() || onlyOverlooked) {
            throw new ChecklistUnfinished(ChecklistUnfinished.Reason.NO_DEFECTS, List.of());
        }
        worklist.done(task, officer);
        give(
                of,
                reason.strip(),
                lastDeadline(number),
                Actor.officer(officer.subject(), officer.displayName()),
                clock.instant());
    }

    /** Why an application was returned, when it was. */
    @Transactional(readOnly = true)
    public Optional<Reason> find(String number) {
        return jdbc.sql("select reason, returned_name, returned_at from return_of_application"
                        + " where application_number = :number")
                .param("number", number)
                .query((row, index) -> new Reason(
                        row.getString("reason"),
                        row.getString("returned_name"),
                        row.getTimestamp("returned_at").toInstant()))
                .optional();
    }

    private Instant lastDeadline(String number) {
        List<CorrectionRequest> requests = findings.requests(number);
        return requests.get(requests.size() - 1).deadline();
    }

    private void give(ReviewCase of, String reason, Instant deadline, Actor by, Instant now) {
        findings.keepReturn(of, reason, by, now);
        corrections.close(of.number());
        applications.move(of.number(), ApplicationState.RETURNED);
        cases.move(of, Stage.RETURNED, by);
        events.publishEvent(new Returned(of.number(), of.agency(), by, now, deadline, reason));
    }
}
