package org.anuyat.allinone.people;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.anuyat.workflow.delivery.Downloads;
import org.anuyat.workflow.identity.Accounts;
import org.anuyat.workflow.identity.Person;
import org.anuyat.workflow.payment.FeeBill;
import org.anuyat.workflow.payment.Payments;
import org.anuyat.workflow.submission.ApplicationState;
import org.anuyat.workflow.submission.Applications;
import org.anuyat.workflow.worklist.Task;
import org.anuyat.workflow.worklist.TaskKind;
import org.anuyat.workflow.worklist.Worklist;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks at what becomes of cases, and waits for it. */
public class Watch {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Accounts accounts;
    private final Applications applications;
    private final Worklist worklist;
    private final Payments payments;
    private final Downloads downloads;
    private final RuntimeService runtime;
    private final ManagementService jobs;
    private final JdbcClient jdbc;

    Watch(
            Accounts accounts,
            Applications applications,
            Worklist worklist,
            Payments payments,
            Downloads downloads,
            RuntimeService runtime,
            ManagementService jobs,
            JdbcClient jdbc) {
        this.accounts = accounts;
        this.applications = applications;
        this.worklist = worklist;
        this.payments = payments;
        this.downloads = downloads;
        this.runtime = runtime;
        this.jobs = jobs;
        this.jdbc = jdbc;
    }

    /** One of the demonstration's citizens. */
    public Person person(String username) {
        return jdbc.sql("select id::text from account where username = ?")
                .param(username)
                .query(String.class)
                .optional()
                .flatMap(accounts::person)
                .orElseThrow();
    }

    public List<TaskKind> waitingFor(String number) {
        return worklist.of(number).stream().map(Task::kind).toList();
    }

    public ApplicationState state(String number) {
        return applications.get(number).state();
    }

    public void reach(String number, ApplicationState state) {
        until(() -> state(number) == state);
    }

    /** The bill of a case, which comes a moment after the approval. */
    public FeeBill bill(String number) {
        until(() -> payments.of(number).isPresent());
        return payments.of(number).orElseThrow();
    }

    /** The permit as it can be downloaded at this moment. */
    public byte[] permit(String number, Person applicant) throws IOException {
        try (InputStream pdf = downloads.permit(number, applicant.subject())) {
            return pdf.readAllBytes();
        }
    }

    /** Waits until the engine has nothing left to do for a case. */
    public void ends(String number) {
        until(() -> runtime.createProcessInstanceQuery().processInstanceBusinessKey(number).count() == 0);
    }

    /** Lets the deadline pass for one timer of a case. */
    public void fireTimer(String number, String activity) {
        List<String> instances = runtime.createProcessInstanceQuery().processInstanceBusinessKey(number).list().stream()
                .map(instance -> instance.getProcessInstanceId())
                .toList();
        Job timer = jobs.createJobQuery().timers().activityId(activity).list().stream()
                .filter(job -> instances.contains(job.getProcessInstanceId()))
                .findFirst()
                .orElseThrow();
        jobs.executeJob(timer.getId());
    }

    public static void until(Callable<Boolean> condition) {
        Awaitility.await().atMost(PATIENCE).until(condition);
    }
}
