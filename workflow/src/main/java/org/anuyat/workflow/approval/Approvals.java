package org.anuyat.workflow.approval;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.anuyat.workflow.acts.Actor;
import org.anuyat.workflow.approval.Decision.Kind;
import org.anuyat.workflow.approval.authority.Authorisation;
import org.anuyat.workflow.approval.authority.Authority;
import org.anuyat.workflow.approval.authority.CodeNotAccepted;
import org.anuyat.workflow.approval.authority.Intention;
import org.anuyat.workflow.approval.authority.Readiness;
import org.anuyat.workflow.approval.refusal.RefusalGrounds;
import org.anuyat.workflow.catalogue.Services;
import org.anuyat.workflow.identity.Officer;
import org.anuyat.workflow.review.cases.ReviewCase;
import org.anuyat.workflow.review.cases.ReviewCases;
import org.anuyat.workflow.review.opinion.Opinion;
import org.anuyat.workflow.review.opinion.Opinions;
import org.anuyat.workflow.submission.Application;
import org.anuyat.workflow.submission.ApplicationState;
import org.anuyat.workflow.submission.Applications;
import org.anuyat.workflow.submission.WrongState;
import org.anuyat.workflow.worklist.Task;
import org.anuyat.workflow.worklist.TaskKind;
import org.anuyat.workflow.worklist.Worklist;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The approvers' acts, level by level up the hierarchy that the service defines.
 *
 * <p>Each takes the version of the case that the officer's page showed: an approver decides over what was read, or learns that
 * it changed ({@link org.anuyat.workflow.review.cases.StaleCase}). Of two approvers of one level one decides, the other learns
 * who did ({@link org.anuyat.workflow.worklist.TaskAlreadyDone}). Who gave the opinion, or decided at a lower level, is refused
 * ({@link FourEyes}).
 */
@Component
public class Approvals {

    private final Applications applications;
    private final ReviewCases cases;
    private final Opinions opinions;
    private final Decisions decisions;
    private final CaseFiles files;
    private final Authority authority;
    private final Readiness readiness;
    private final Services services;
    private final Worklist worklist;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    Approvals(
            Applications applications,
            ReviewCases cases,
            Opinions opinions,
            Decisions decisions,
            CaseFiles files,
            Authority authority,
            Readiness readiness,
            Services services,
            Worklist worklist,
            Clock clock,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.applications = applications;
        this.cases = cases;
        this.opinions = opinions;
        this.decisions = decisions;
        this.files = files;
        this.authority = authority;
        this.readiness = readiness;
        this.services = services;
        this.worklist = worklist;
        this.clock = clock;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Approves at a level: the next one decides, or the fee is due after the last.
     *
     * @param level from 1
     * @param remark for the record; may be empty
     * @param code at the last level the one-time code that {@link #sendCode} sent for this very decision; elsewhere none is asked
     * @throws CodeNotAccepted when it isn't; nothing was decided
     */
    @Transactional(noRollbackFor = CodeNotAccepted.class)
    public Decision approve(String number, int seen, int level, String remark, @Nullable String code, Officer officer) {
        Passage passage = enter(number, seen, level, officer);
        Authorisation given = passage.last()
                ? authority.use(intention(passage, remark.strip()), officer, code == null ? "" : code)
                : null;
        Decision decision = decide(passage, Kind.APPROVE, remark.strip(), null);
        cases.touch(passage.of(), passage.by());
        events.publishEvent(new Approved(
                number,
                passage.application().agency(),
                passage.by(),
                decision.at(),
                level,
                passage.last(),
                given == null ? null : given.id().toString(),
                given == null ? null : given.sha256()));
        return decision;
    }

    /**
     * Sends the last approver a one-time code for just this decision: the permit bears their name, so the act is theirs alone.
     * Call it outside of transactions: another process may have to be asked for the approver's key.
     *
     * @return SHA-256 of what the code authorises
     * @throws CodeNotAccepted when none can be sent
     */
    public String sendCode(String number, int seen, int level, String remark, Officer officer) {
        readiness.require(number, level, officer);
        return transaction.execute(
                status -> authority.send(intention(enter(number, seen, level, officer), remark.strip()), officer));
    }

    /** Whether approving at a level takes a one-time code: the last level does. */
    @Transactional(readOnly = true)
    public boolean takesCode(String number, int level) {
        return level >= levels(applications.get(number));
    }

    private Intention intention(Passage passage, String remark) {
        return new Intention(
                passage.application().number(),
                passage.application().agency(),
                passage.opinion().sequence(),
                passage.level(),
                remark,
                files.of(passage.application(), passage.of(), passage.opinion()).sha256());
    }

    /**
     * Sends the case back to the reviewing officer for another opinion.
     *
     * @param reason what is to be looked at again; mandatory
     * @throws IllegalArgumentException when the reason is blank
     */
    @Transactional
    public Decision sendBack(String number, int seen, int level, String reason, Officer officer) {
        Passage passage = enter(number, seen, level, officer);
        if (reason.isBlank()) {
            throw new IllegalArgumentException("whoever sends a case back says why");
        }
        Decision decision = decide(passage, Kind.SEND_BACK, reason.strip(), null);
        opinions.takeBack(passage.of(), passage.by());
        events.publishEvent(new SentBack(
                number, passage.application().agency(), passage.by(), decision.at(), level, reason.strip()));
        return decision;
    }

    /**
     * Refuses the application. The written order follows ({@link RefusalNotices}).
     *
     * @param grounds complete, or it could not be made
     */
    @Transactional
    public Decision refuse(String number, int seen, int level, RefusalGrounds grounds, Officer officer) {
        Passage passage = enter(number, seen, level, officer);
        Decision decision = decide(passage, Kind.REFUSE, "", grounds);
        applications.move(number, ApplicationState.REFUSED);
        cases.touch(passage.of(), passage.by());
        events.publishEvent(
                new Refused(number, passage.application().agency(), passage.by(), decision.at(), level));
        return decision;
    }

    /** Whether an officer may decide over a case at all; otherwise why not. */
    @Transactional(readOnly = true)
    public void requireFourEyes(String number, Officer officer) {
        opinions.latest(number).ifPresent(opinion -> requireFourEyes(number, opinion, officer));
    }

    private void requireFourEyes(String number, Opinion opinion, Officer officer) {
        if (opinion.bySubject().equals(officer.subject())) {
            throw new FourEyes(FourEyes.Reason.RECOMMENDED, number);
        }
        List<Decision> made = decisions.of(number);
        if (made.stream()
                .anyMatch(decision -> decision.opinion() == opinion.sequence()
                        && decision.officerSubject().equals(officer.subject()))) {
            throw new FourEyes(FourEyes.Reason.DECIDED_BELOW, number);
        }
    }

    private Passage enter(String number, int seen, int level, Officer officer) {
        Application application = applications.lock(number);
        Task task = worklist.requireOpen(number, TaskKind.APPROVE, level, officer);
        if (application.state() != ApplicationState.IN_APPROVAL) {
            throw new WrongState(number, application.state(), "a decision");
        }
        ReviewCase of = cases.asSeen(number, seen);
        Opinion opinion = opinions.latest(number).orElseThrow();
        requireFourEyes(number, opinion, officer);
        return new Passage(application, of, opinion, task, level, level >= levels(application), officer);
    }

    private int levels(Application application) {
        return services.version(application.serviceId(), application.serviceVersion())
                .approvalLevels()
                .size();
    }

    private Decision decide(Passage passage, Kind kind, String remark, @Nullable RefusalGrounds grounds) {
        CaseFile file = files.of(passage.application(), passage.of(), passage.opinion());
        Instant now = clock.instant();
        Officer officer = passage.officer();
        Decision decision = new Decision(
                passage.opinion().sequence(),
                passage.level(),
                kind,
                passage.last(),
                officer.subject(),
                officer.displayName(),
                officer.position(),
                remark,
                grounds,
                now,
                file.sha256());
        decisions.write(
                passage.application().number(), passage.application().agency(), decision, passage.opinion(), file);
        worklist.done(passage.task(), officer);
        return decision;
    }

    /** A case before an approver who may decide. */
    private record Passage(
            Application application,
            ReviewCase of,
            Opinion opinion,
            Task task,
            int level,
            boolean last,
            Officer officer) {

        Actor by() {
            return Actor.officer(officer.subject(), officer.displayName());
        }
    }
}
