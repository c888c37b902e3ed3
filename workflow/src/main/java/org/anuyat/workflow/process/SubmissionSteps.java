package org.anuyat.workflow.process;

import org.anuyat.workflow.submission.Applications;
import org.anuyat.workflow.submission.acknowledgement.Acknowledgements;
import org.anuyat.workflow.submission.drafts.Drafts;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** What {@code submission.bpmn}, {@code upkeep.bpmn} and the beginning of {@code permit.bpmn} have the platform do. */
@Component("submissionSteps")
public class SubmissionSteps {

    private static final int DRAFTS_AT_ONCE = 100;

    private final Acknowledgements acknowledgements;
    private final Drafts drafts;
    private final Applications applications;

    SubmissionSteps(Acknowledgements acknowledgements, Drafts drafts, Applications applications) {
        this.acknowledgements = acknowledgements;
        this.drafts = drafts;
        this.applications = applications;
    }

    /** Removes drafts whose time is over, a hundred at a time. */
    public void removeExpiredDrafts() {
        drafts.removeExpired(DRAFTS_AT_ONCE);
    }

    /** Takes the case before anything is begun: who withdraws it at this moment comes before or after, never between. */
    public void begin(DelegateExecution execution) {
        applications.lock(execution.getProcessBusinessKey());
    }

    /** Makes the acknowledgement. */
    public void acknowledge(DelegateExecution execution) {
        acknowledgements.issue(execution.getProcessBusinessKey());
    }
}
