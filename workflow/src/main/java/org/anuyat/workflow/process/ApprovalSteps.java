package org.anuyat.workflow.process;

import org.anuyat.workflow.approval.RefusalNotices;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** What {@code approval.bpmn} has the platform do. */
@Component("approvalSteps")
public class ApprovalSteps {

    private final RefusalNotices refusalNotices;

    ApprovalSteps(RefusalNotices refusalNotices) {
        this.refusalNotices = refusalNotices;
    }

    /** Makes the written order of refusal. */
    public void refusalNotice(DelegateExecution execution) {
        refusalNotices.issue(execution.getProcessBusinessKey());
    }
}
