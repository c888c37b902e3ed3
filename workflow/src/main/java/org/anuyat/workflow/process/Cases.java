package org.anuyat.workflow.process;

import java.util.Map;
import org.anuyat.workflow.approval.Approved;
import org.anuyat.workflow.approval.Refused;
import org.anuyat.workflow.approval.SentBack;
import org.anuyat.workflow.delivery.MessageQueued;
import org.anuyat.workflow.payment.Paid;
import org.anuyat.workflow.review.CorrectionRequested;
import org.anuyat.workflow.review.Forwarded;
import org.anuyat.workflow.review.FoundComplete;
import org.anuyat.workflow.review.Inspected;
import org.anuyat.workflow.review.Recommended;
import org.anuyat.workflow.review.Registered;
import org.anuyat.workflow.submission.Resubmitted;
import org.anuyat.workflow.submission.Submitted;
import org.anuyat.workflow.submission.Withdrawn;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Moves the processes when the rooms publish their acts, in the same transaction: the domain has decided whether, the
 * process says what comes next. Runs after the listeners of tracking and audit, which only take note.
 */
@Component
class Cases {

    private final RuntimeService runtime;
    private final TaskService tasks;

    Cases(RuntimeService runtime, TaskService tasks) {
        this.runtime = runtime;
        this.tasks = tasks;
    }

    @EventListener
    void on(Submitted act) {
        runtime.startProcessInstanceByKey("permit", act.applicationNumber());
    }

    @EventListener
    void on(Registered act) {
        done(act.applicationNumber(), "register", "registered");
    }

    @EventListener
    void on(Forwarded act) {
        done(act.applicationNumber(), "register", "forwarded");
    }

    @EventListener
    void on(FoundComplete act) {
        done(act.applicationNumber(), "check", "complete");
    }

    @EventListener
    void on(CorrectionRequested act) {
        done(act.applicationNumber(), "check", "correction");
    }

    @EventListener
    void on(Resubmitted act) {
        tell("resubmitted", act.applicationNumber());
    }

    @EventListener
    void on(Inspected act) {
        done(act.applicationNumber(), "inspect", "inspected");
    }

    @EventListener
    void on(Recommended act) {
        done(act.applicationNumber(), "recommend", "recommended");
    }

    @EventListener
    void on(Approved act) {
        done(act.applicationNumber(), "approve", act.last() ? "approved" : "nextLevel");
    }

    @EventListener
    void on(SentBack act) {
        done(act.applicationNumber(), "approve", "sentBack");
    }

    @EventListener
    void on(Refused act) {
        done(act.applicationNumber(), "approve", "refused");
    }

    /** A payment found while the bill is being closed moves the process by that step's outcome, not by this message. */
    @EventListener
    void on(Paid act) {
        try {
            tell("paid", act.applicationNumber());
        } catch (MismatchingMessageCorrelationException e) {
            boolean closing = runtime.createExecutionQuery()
                            .processInstanceBusinessKey(act.applicationNumber())
                            .activityId("lapse")
                            .count()
                    > 0;
            if (!closing) {
                throw e;
            }
        }
    }

    @EventListener
    void on(Withdrawn act) {
        tell("withdrawn", act.applicationNumber());
    }

    @EventListener
    void on(MessageQueued event) {
        runtime.startProcessInstanceByKey("message", event.messageId().toString());
    }

    private void done(String number, String taskKey, String outcome) {
        Task task = tasks.createTaskQuery()
                .processInstanceBusinessKey(number)
                .taskDefinitionKey(taskKey)
                .singleResult();
        if (task == null) {
            throw new IllegalStateException("the process of " + number + " does not wait at " + taskKey);
        }
        tasks.complete(task.getId(), Map.of("outcome", outcome));
    }

    private void tell(String message, String number) {
        runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(number)
                .correlate();
    }
}
