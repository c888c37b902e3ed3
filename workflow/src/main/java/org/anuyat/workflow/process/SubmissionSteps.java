package org.anuyat.workflow.process;

import org.anuyat.workflow.submission.acknowledgement.Acknowledgements;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** What {@code submission.bpmn} has the platform do. */
@Component("submissionSteps")
public class SubmissionSteps {

    private final Acknowledgements acknowledgements;

    SubmissionSteps(Acknowledgements acknowledgements) {
        this.acknowledgements = acknowledgements;
    }

    /** Makes the acknowledgement. */
    public void acknowledge(DelegateExecution execution) {
        acknowledgements.issue(execution.getProcessBusinessKey());
    }
}
