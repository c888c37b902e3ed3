package org.anuyat.workflow.process;

import java.util.Date;
import org.anuyat.workflow.issuance.Issuing;
import org.anuyat.workflow.issuance.raising.Raising;
import org.anuyat.workflow.issuance.signature.PermitSigning;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** What {@code issuance.bpmn}, {@code raising.bpmn} and {@code upkeep.bpmn} have the platform do. */
@Component("issuanceSteps")
public class IssuanceSteps {

    private static final int OVERDUE_AT_ONCE = 500;

    private final Issuing issuing;
    private final PermitSigning signing;
    private final Raising raising;
    private final RuntimeService runtime;

    IssuanceSteps(Issuing issuing, PermitSigning signing, Raising raising, RuntimeService runtime) {
        this.issuing = issuing;
        this.signing = signing;
        this.raising = raising;
        this.runtime = runtime;
    }

    /** Takes the number and makes the document. */
    public void prepare(DelegateExecution execution) {
        issuing.prepare(execution.getProcessBusinessKey());
    }

    /** Has the approver's key sign it. */
    public void sign(DelegateExecution execution) {
        signing.sign(execution.getProcessBusinessKey());
    }

    /** Has it sealed. */
    public void seal(DelegateExecution execution) {
        issuing.seal(execution.getProcessBusinessKey());
    }

    /** Issues the permit. */
    public void issue(DelegateExecution execution) {
        issuing.issue(execution.getProcessBusinessKey());
    }

    /** When to look at the seal of a permit; the business key is the permit's number. */
    public Date nextLook(DelegateExecution execution) {
        return Date.from(raising.nextLook(execution.getProcessBusinessKey()));
    }

    /** Looks how far the seal of a permit was raised. */
    public void look(DelegateExecution execution) {
        execution.setVariable("outcome", raising.look(execution.getProcessBusinessKey()) ? "complete" : "pending");
    }

    /** Has permits looked at whose turn has come, each by a job of its own. */
    public void lookAgain() {
        raising.overdue(OVERDUE_AT_ONCE).forEach(number -> runtime.startProcessInstanceByKey("raising", number));
    }
}
