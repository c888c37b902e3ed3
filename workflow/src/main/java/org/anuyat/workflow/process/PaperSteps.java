package org.anuyat.workflow.process;

import java.time.Duration;
import java.util.UUID;
import org.anuyat.workflow.papers.PaperRaising;
import org.anuyat.workflow.papers.Papers;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What {@code sealing.bpmn} and {@code upkeep.bpmn} have the platform do. */
@Component("paperSteps")
public class PaperSteps {

    /** Shorter than the time for which the engine lends a job. */
    private static final Duration LOOKING = Duration.ofMinutes(2);

    private final Papers papers;
    private final PaperRaising raising;

    PaperSteps(Papers papers, PaperRaising raising) {
        this.papers = papers;
        this.raising = raising;
    }

    /** Has a paper sealed; the business key is the file as it was made. */
    public void seal(DelegateExecution execution) {
        papers.seal(UUID.fromString(execution.getProcessBusinessKey()));
    }

    /** Looks what was added to the seals of papers whose turn has come. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void lookAgain() {
        raising.lookAgain(LOOKING);
    }
}
