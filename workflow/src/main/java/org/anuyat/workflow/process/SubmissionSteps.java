package org.anuyat.workflow.process;

import org.anuyat.workflow.submission.acknowledgement.Acknowledgements;
import org.anuyat.workflow.submission.drafts.Drafts;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** What {@code submission.bpmn} and {@code upkeep.bpmn} have the platform do. */
@Component("submissionSteps")
public class SubmissionSteps {

    private static final int DRAFTS_AT_ONCE = 100;

    private final Acknowledgements acknowledgements;
    private final Drafts drafts;

    SubmissionSteps(Acknowledgements acknowledgements, Drafts drafts) {
        this.acknowledgements = acknowledgements;
        this.drafts = drafts;
    }

    /** Removes drafts whose time is over, a hundred at a time. */
    public void removeExpiredDrafts() {
        drafts.removeExpired(DRAFTS_AT_ONCE);
    }

    /** Makes the acknowledgement. */
    public void acknowledge(DelegateExecution execution) {
        acknowledgements.issue(execution.getProcessBusinessKey());
    }
}
