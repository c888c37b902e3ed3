package org.anuyat.workflow.process;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.anuyat.workflow.calendar.WorkingTime;
import org.anuyat.workflow.catalogue.ServiceDefinition;
import org.anuyat.workflow.catalogue.Services;
import org.anuyat.workflow.review.checking.Checks;
import org.anuyat.workflow.review.checking.Returns;
import org.anuyat.workflow.review.notices.Notices;
import org.anuyat.workflow.submission.Application;
import org.anuyat.workflow.submission.Applications;
import org.anuyat.workflow.submission.corrections.Corrections;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** What {@code review.bpmn} and the deadline of {@code permit.bpmn} have the platform do. */
@Component("reviewSteps")
public class ReviewSteps {

    private static final Duration REMIND_BEFORE = Duration.ofDays(3);

    private final Applications applications;
    private final Services services;
    private final Corrections corrections;
    private final Checks checks;
    private final Returns returns;
    private final Notices notices;
    private final WorkingTime workingTime;

    ReviewSteps(
            Applications applications,
            Services services,
            Corrections corrections,
            Checks checks,
            Returns returns,
            Notices notices,
            WorkingTime workingTime) {
        this.applications = applications;
        this.services = services;
        this.corrections = corrections;
        this.checks = checks;
        this.returns = returns;
        this.notices = notices;
        this.workingTime = workingTime;
    }

    /** Whether the premises are to be inspected. */
    public boolean needsInspection(DelegateExecution execution) {
        return service(application(execution)).inspection();
    }

    /** Until when corrections may be sent in. */
    public Date correctionDeadline(DelegateExecution execution) {
        return Date.from(deadline(execution));
    }

    /** When to remind of it. */
    public Date correctionReminder(DelegateExecution execution) {
        return Date.from(deadline(execution).minus(REMIND_BEFORE));
    }

    /** Reminds of it. */
    public void remindCorrection(DelegateExecution execution) {
        notices.remindCorrection(execution.getProcessBusinessKey());
    }

    /** Takes what was corrected back into review. */
    public void reopen(DelegateExecution execution) {
        checks.reopen(execution.getProcessBusinessKey());
    }

    /** Returns an application that was not corrected in time. */
    public void returnExpired(DelegateExecution execution) {
        returns.returnExpired(execution.getProcessBusinessKey());
    }

    /** From the end of the period to decide, every seven days (ISO 8601 repeating interval). */
    public String delayNotices(DelegateExecution execution) {
        return "R/" + decisionDue(execution).truncatedTo(ChronoUnit.SECONDS) + "/P7D";
    }

    /** Tells the applicant that the decision is late. */
    public void tellDelay(DelegateExecution execution) {
        notices.tellDelay(execution.getProcessBusinessKey(), decisionDue(execution));
    }

    private Instant decisionDue(DelegateExecution execution) {
        Application application = application(execution);
        return Deadlines.decision(workingTime, application, service(application));
    }

    private Instant deadline(DelegateExecution execution) {
        return corrections.current(execution.getProcessBusinessKey()).orElseThrow().deadline();
    }

    private Application application(DelegateExecution execution) {
        return applications.get(execution.getProcessBusinessKey());
    }

    private ServiceDefinition service(Application application) {
        return services.version(application.serviceId(), application.serviceVersion());
    }
}
