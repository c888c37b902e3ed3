package org.anuyat.workflow.worklist;

import static org.anuyat.workflow.worklist.TaskRows.COLUMNS;
import static org.anuyat.workflow.worklist.TaskRows.utc;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.anuyat.workflow.identity.Officer;
import org.anuyat.workflow.identity.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What waits for officers. The procedure opens tasks and lets them fall away; officers' acts require theirs to be open and
 * mark it done, in the transaction of the act itself.
 */
@Component
public class Worklist {

    /** Who closes a task that nobody did. */
    private static final String SYSTEM = "anuyat";

    private final JdbcClient jdbc;
    private final Clock clock;

    Worklist(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Opens a task for the officers of the case's agency with the kind's role; nothing happens when it is open already. */
    @Transactional
    public void open(WorkedCase of, TaskKind kind, Instant due) {
        if (kind == TaskKind.APPROVE) {
            throw new IllegalArgumentException("an approval has a level");
        }
        insert(of, kind, 0, kind.role(), due);
    }

    /**
     * Opens a task of approval; nothing happens when it is open already.
     *
     * @param level from 1
     * @param role who decides at this level, as the service defines it
     */
    @Transactional
    public void openApproval(WorkedCase of, int level, Role role, Instant due) {
        insert(of, TaskKind.APPROVE, level, role, due);
    }

    private void insert(WorkedCase of, TaskKind kind, int level, Role role, Instant due) {
        jdbc.sql(
                        """
                        insert into worklist_task (application_number, agency, service_id, applicant_name, entered_at,
                                                   received_at, kind, level, role, due_at, opened_at)
                        values (:number, :agency, :service, :applicant, :entered, :received, :kind, :level, :role, :due, :now)
                        on conflict (application_number, kind, level) where closed_at is null do nothing""")
                .param("number", of.number())
                .param("agency", of.agency())
                .param("service", of.serviceId())
                .param("applicant", of.applicantName())
                .param("entered", utc(of.enteredAt()))
                .param("received", utc(of.receivedAt()))
                .param("kind", kind.name())
                .param("level", level)
                .param("role", role.name())
                .param("due", utc(due))
                .param("now", utc(clock.instant()))
                .update();
    }

    /** Lets a task fall away that nobody did, at every level; nothing happens when none is open. */
    @Transactional
    public void close(String number, TaskKind kind) {
        jdbc.sql("update worklist_task set closed_at = :now, closed_by = :by, closed_name = 'ระบบ', done = false"
                        + " where application_number = :number and kind = :kind and closed_at is null")
                .param("now", utc(clock.instant()))
                .param("by", SYSTEM)
                .param("number", number)
                .param("kind", kind.name())
                .update();
    }

    /** Lets every open task of an application fall away: it was withdrawn, returned or has ended otherwise. */
    @Transactional
    public void closeAll(String number) {
        for (TaskKind kind : TaskKind.values()) {
            close(number, kind);
        }
    }

    /** As {@link #requireOpen(String, TaskKind, int, Officer)} for the kinds without levels. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Task requireOpen(String number, TaskKind kind, Officer officer) {
        return requireOpen(number, kind, 0, officer);
    }

    /**
     * Gives the open task that an officer is about to do and locks it until the transaction ends, so that of two officers one
     * waits, and then learns that it was done.
     *
     * @throws NoSuchTask when the agency never had it
     * @throws NotYourTask when the officer lacks the role
     * @throws TaskAlreadyDone when it is open no more
     * @throws TaskClaimed when a colleague has taken it on
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Task requireOpen(String number, TaskKind kind, int level, Officer officer) {
        Task task = open(number, kind, level, officer, " for update");
        requireRole(task, officer);
        if (task.isClaimedByAnother(officer)) {
            throw new TaskClaimed(task);
        }
        return task;
    }

    /**
     * Gives the open task that an officer looks at, before acting on it.
     *
     * @throws NoSuchTask when the agency never had it
     * @throws NotYourTask when the officer lacks the role
     * @throws TaskAlreadyDone when it is open no more
     */
    @Transactional(readOnly = true)
    public Task look(String number, TaskKind kind, int level, Officer officer) {
        Task task = open(number, kind, level, officer, "");
        requireRole(task, officer);
        return task;
    }

    private Task open(String number, TaskKind kind, int level, Officer officer, String locking) {
        return jdbc.sql("select " + COLUMNS
                        + " from worklist_task where application_number = :number and kind = :kind and level = :level"
                        + " and agency = :agency and closed_at is null" + locking)
                .param("number", number)
                .param("kind", kind.name())
                .param("level", level)
                .param("agency", officer.agency())
                .query(TaskRows::task)
                .optional()
                .orElseThrow(() -> notOpen(number, kind, level, officer));
    }

    private RuntimeException notOpen(String number, TaskKind kind, int level, Officer officer) {
        record Closed(String by, Instant at, boolean done, Role role) {}
        return jdbc.sql(
                        """
                        select closed_name, closed_at, done, role from worklist_task
                        where application_number = :number and kind = :kind and level = :level and agency = :agency
                        order by closed_at desc limit 1""")
                .param("number", number)
                .param("kind", kind.name())
                .param("level", level)
                .param("agency", officer.agency())
                .query((row, index) -> new Closed(
                        row.getString("closed_name"),
                        TaskRows.instant(row, "closed_at"),
                        row.getBoolean("done"),
                        Role.valueOf(row.getString("role"))))
                .optional()
                .<RuntimeException>map(closed -> officer.is(closed.role())
                        ? new TaskAlreadyDone(number, kind, closed.by(), closed.at(), closed.done())
                        : new NotYourTask(closed.role()))
                .orElseGet(() -> new NoSuchTask(kind + " of " + number));
    }

    /** Marks a task done by an officer. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void done(Task task, Officer officer) {
        jdbc.sql("update worklist_task set closed_at = :now, closed_by = :by, closed_name = :name, done = true"
                        + " where id = :id and closed_at is null")
                .param("now", utc(clock.instant()))
                .param("by", officer.subject())
                .param("name", officer.displayName())
                .param("id", task.id())
                .update();
    }

    /**
     * Takes a free task on (รับงาน).
     *
     * @throws TaskClaimed when a colleague was faster
     */
    @Transactional
    public Task claim(long id, Officer officer) {
        Task task = locked(id, officer);
        if (task.isClaimedByAnother(officer)) {
            throw new TaskClaimed(task);
        }
        return write(task, officer);
    }

    /** Takes a task on that a colleague had taken on, as when that one is on leave (รับงานต่อ). */
    @Transactional
    public Task takeOver(long id, Officer officer) {
        return write(locked(id, officer), officer);
    }

    /**
     * Gives a task back to everybody with the role (คืนงาน).
     *
     * @throws TaskClaimed when it is a colleague's
     */
    @Transactional
    public void release(long id, Officer officer) {
        Task task = locked(id, officer);
        if (task.isClaimedByAnother(officer)) {
            throw new TaskClaimed(task);
        }
        jdbc.sql("update worklist_task set claimed_by = null, claimed_name = null, claimed_at = null where id = :id")
                .param("id", id)
                .update();
    }

    /** The open tasks of an application, in the order of the procedure, whoever may do them. */
    @Transactional(readOnly = true)
    public List<Task> of(String number) {
        return jdbc.sql("select " + COLUMNS
                        + " from worklist_task where application_number = :number and closed_at is null order by id")
                .param("number", number)
                .query(TaskRows::task)
                .list();
    }

    private Task locked(long id, Officer officer) {
        record Found(Task task, boolean open, String closedBy, boolean done, Instant closedAt) {}
        Found found = jdbc.sql("select " + COLUMNS + ", closed_at, closed_name, done from worklist_task"
                        + " where id = :id and agency = :agency for update")
                .param("id", id)
                .param("agency", officer.agency())
                .query((row, index) -> {
                    boolean open = row.getObject("closed_at") == null;
                    return new Found(
                            TaskRows.task(row, index),
                            open,
                            open ? "" : row.getString("closed_name"),
                            row.getBoolean("done"),
                            open ? Instant.EPOCH : TaskRows.instant(row, "closed_at"));
                })
                .optional()
                .orElseThrow(() -> new NoSuchTask(Long.toString(id)));
        requireRole(found.task(), officer);
        if (!found.open()) {
            Task task = found.task();
            throw new TaskAlreadyDone(task.of().number(), task.kind(), found.closedBy(), found.closedAt(), found.done());
        }
        return found.task();
    }

    private Task write(Task task, Officer officer) {
        Instant now = clock.instant();
        jdbc.sql("update worklist_task set claimed_by = :by, claimed_name = :name, claimed_at = :now where id = :id")
                .param("by", officer.subject())
                .param("name", officer.displayName())
                .param("now", utc(now))
                .param("id", task.id())
                .update();
        return new Task(
                task.id(),
                task.of(),
                task.kind(),
                task.level(),
                task.role(),
                task.due(),
                task.openedAt(),
                new Task.Claim(officer.subject(), officer.displayName(), now));
    }

    private static void requireRole(Task task, Officer officer) {
        if (!officer.is(task.role())) {
            throw new NotYourTask(task.role());
        }
    }
}
