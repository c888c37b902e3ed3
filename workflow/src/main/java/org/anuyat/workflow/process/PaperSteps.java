package org.anuyat.workflow.process;

import java.util.UUID;
import org.anuyat.workflow.papers.Papers;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** What {@code sealing.bpmn} has the platform do. */
@Component("paperSteps")
public class PaperSteps {

    private final Papers papers;

    PaperSteps(Papers papers) {
        this.papers = papers;
    }

    /** Has a paper sealed; the business key is the file as it was made. */
    public void seal(DelegateExecution execution) {
        papers.seal(UUID.fromString(execution.getProcessBusinessKey()));
    }
}
