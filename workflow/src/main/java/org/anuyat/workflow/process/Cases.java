package org.anuyat.workflow.process;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.anuyat.workflow.acts.Actor;
import org.anuyat.workflow.approval.Approved;
import org.anuyat.workflow.approval.Refused;
import org.anuyat.workflow.approval.SentBack;
import org.anuyat.workflow.delivery.Downloaded;
import org.anuyat.workflow.delivery.MessageQueued;
import org.anuyat.workflow.issuance.Issued;
import org.anuyat.workflow.papers.SealOrdered;
import org.anuyat.workflow.payment.Paid;
import org.anuyat.workflow.payment.receipt.Cancelled;
import org.anuyat.workflow.payment.receipt.Replaced;
import org.anuyat.workflow.payment.refund.RefundApproved;
import org.anuyat.workflow.review.CorrectionRequested;
import org.anuyat.workflow.review.Forwarded;
import org.anuyat.workflow.review.FoundComplete;
import org.anuyat.workflow.review.Inspected;
import org.anuyat.workflow.review.Recommended;
import org.anuyat.workflow.review.Registered;
import org.anuyat.workflow.review.ReinspectionOrdered;
import org.anuyat.workflow.review.Returned;
import org.anuyat.workflow.submission.ReceivedFromAgency;
import org.anuyat.workflow.submission.Resubmitted;
import org.anuyat.workflow.submission.Submitted;
import org.anuyat.workflow.submission.Withdrawn;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/**
 * Moves the processes when the rooms publish their acts, in the same transaction: the domain has decided whether, the
 * process says what comes next. Runs after the listeners of tracking and audit, which only take note.
 */
@Component
class Cases {

    /** What a process does next may publish further acts: those who take note come before. */
    private static final int LAST = Ordered.LOWEST_PRECEDENCE;

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService jobs;
    private final RepositoryService repository;

    /** The definitions that this node was built with, so that nobody who waits pays for looking them up each time. */
    private final Map<String, String> definitions = new ConcurrentHashMap<>();

    Cases(RuntimeService runtime, TaskService tasks, ManagementService jobs, RepositoryService repository) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.jobs = jobs;
        this.repository = repository;
    }

    /** Only notes down, in the citizen's transaction, that there is a procedure to begin: a job does that. */
    @EventListener
    @Order(LAST)
    void on(Submitted act) {
        start("permit", act.applicationNumber());
    }

    /** As for a submission: the case of the agency to which it was sent has a procedure of its own. */
    @EventListener
    @Order(LAST)
    void on(ReceivedFromAgency act) {
        start("permit", act.applicationNumber());
    }

    @EventListener
    @Order(LAST)
    void on(Registered act) {
        done(act.applicationNumber(), "register", "registered");
    }

    @EventListener
    @Order(LAST)
    void on(Forwarded act) {
        done(act.applicationNumber(), "register", "forwarded");
    }

    @EventListener
    @Order(LAST)
    void on(FoundComplete act) {
        done(act.applicationNumber(), "check", "complete");
    }

    @EventListener
    @Order(LAST)
    void on(CorrectionRequested act) {
        done(act.applicationNumber(), "check", "correction");
    }

    @EventListener
    @Order(LAST)
    void on(Resubmitted act) {
        tell("resubmitted", act.applicationNumber());
    }

    @EventListener
    @Order(LAST)
    void on(Inspected act) {
        done(act.applicationNumber(), "inspect", "inspected");
    }

    @EventListener
    @Order(LAST)
    void on(Recommended act) {
        done(act.applicationNumber(), "recommend", "recommended");
    }

    /** Procedures that began before their model knew this way are led to the same step. */
    @EventListener
    @Order(LAST)
    void on(ReinspectionOrdered act) {
        Task task = task(act.applicationNumber(), "recommend");
        if (repository.getBpmnModelInstance(task.getProcessDefinitionId()).getModelElementById("advised") == null) {
            runtime.createProcessInstanceModification(task.getProcessInstanceId())
                    .cancelAllForActivity("recommend")
                    .startBeforeActivity("inspect")
                    .execute();
        } else {
            done(act.applicationNumber(), "recommend", "inspectAgain");
        }
    }

    @EventListener
    @Order(LAST)
    void on(Approved act) {
        done(act.applicationNumber(), "approve", act.last() ? "approved" : "nextLevel");
    }

    @EventListener
    @Order(LAST)
    void on(SentBack act) {
        done(act.applicationNumber(), "approve", "sentBack");
    }

    @EventListener
    @Order(LAST)
    void on(Refused act) {
        done(act.applicationNumber(), "approve", "refused");
    }

    /** A payment found while the bill is being closed moves the process by that step's outcome, not by this message. */
    @EventListener
    @Order(LAST)
    void on(Paid act) {
        if (at(act.applicationNumber(), "awaitPayment")) {
            tell("paid", act.applicationNumber());
        } else if (!at(act.applicationNumber(), "lapse")) {
            throw new IllegalStateException("the process of " + act.applicationNumber() + " does not wait for a payment");
        }
    }

    @EventListener
    @Order(LAST)
    void on(Withdrawn act) {
        begin(act.applicationNumber());
        tell("withdrawn", act.applicationNumber());
    }

    /** An officer returned what was not put right; a return by the deadline's timer moves its process itself. */
    @EventListener
    @Order(LAST)
    void on(Returned act) {
        if (act.actor().kind() == Actor.Kind.OFFICER) {
            done(act.applicationNumber(), "check", "returned");
        }
    }

    /** From now on the seal is followed; the process is the permit's own, so that the case can end without it. */
    @EventListener
    @Order(LAST)
    void on(Issued act) {
        start("raising", act.permitNumber());
    }

    /** The first download ends the delivery, unless it had been given up waiting for. */
    @EventListener
    @Order(LAST)
    void on(Downloaded act) {
        move(() -> runtime.createMessageCorrelation("downloaded")
                .processInstanceBusinessKey(act.applicationNumber())
                .correlateAllWithResult());
    }

    @EventListener
    @Order(LAST)
    void on(MessageQueued event) {
        start("message", event.messageId().toString());
    }

    /** The paper that says so is made by a job of its own, keyed by the receipt. */
    @EventListener
    @Order(LAST)
    void on(Cancelled act) {
        start("receipt", act.receiptNumber());
    }

    @EventListener
    @Order(LAST)
    void on(Replaced act) {
        start("receipt", act.receiptNumber());
    }

    /** The bank is asked by a job, again and again until it has answered. */
    @EventListener
    @Order(LAST)
    void on(RefundApproved act) {
        start("refund", act.proposal().id().toString());
    }

    @EventListener
    @Order(LAST)
    void on(SealOrdered event) {
        start("sealing", event.paper().toString());
    }

    private void start(String process, String businessKey) {
        runtime.startProcessInstanceById(definitions.computeIfAbsent(process, this::newest), businessKey);
    }

    private String newest(String process) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult()
                .getId();
    }

    /** Whoever withdraws before the job came to it begins the procedure, in order to end it. */
    private void begin(String number) {
        runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number, "permit")
                .list()
                .stream()
                .flatMap(instance -> jobs
                        .createJobQuery()
                        .processInstanceId(instance.getProcessInstanceId())
                        .activityId("submitted")
                        .list()
                        .stream())
                .forEach(job -> move(() -> jobs.executeJob(job.getId())));
    }

    private void done(String number, String taskKey, String outcome) {
        move(() -> tasks.complete(task(number, taskKey).getId(), Map.of("outcome", outcome)));
    }

    private Task task(String number, String taskKey) {
        Task task = tasks.createTaskQuery()
                .processInstanceBusinessKey(number)
                .taskDefinitionKey(taskKey)
                .singleResult();
        if (task == null) {
            throw new IllegalStateException("the process of " + number + " does not wait at " + taskKey);
        }
        return task;
    }

    /** Asked first, because a refusal by the engine would roll back the whole act. */
    private boolean at(String number, String activity) {
        return runtime.createExecutionQuery()
                        .processInstanceBusinessKey(number)
                        .activityId(activity)
                        .count()
                > 0;
    }

    private void tell(String message, String number) {
        move(() -> runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(number)
                .correlate());
    }

    /** Says of a process that a job moved at the same moment what data access says of such rows, and what rooms and pages know. */
    private static void move(Runnable step) {
        try {
            step.run();
        } catch (OptimisticLockingException e) {
            throw new OptimisticLockingFailureException("the process moved meanwhile", e);
        }
    }
}
