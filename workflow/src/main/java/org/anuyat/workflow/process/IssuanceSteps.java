package org.anuyat.workflow.process;

import org.anuyat.workflow.issuance.Issuing;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** What {@code issuance.bpmn} has the platform do. */
@Component("issuanceSteps")
public class IssuanceSteps {

    private final Issuing issuing;

    IssuanceSteps(Issuing issuing) {
        this.issuing = issuing;
    }

    /** Takes the number and makes the document. */
    public void prepare(DelegateExecution execution) {
        issuing.prepare(execution.getProcessBusinessKey());
    }

    /** Has it sealed. */
    public void seal(DelegateExecution execution) {
        issuing.seal(execution.getProcessBusinessKey());
    }

    /** Issues the permit. */
    public void issue(DelegateExecution execution) {
        issuing.issue(execution.getProcessBusinessKey());
    }
}
