package org.anuyat.workflow.worklist;

import java.time.Instant;

/** The task was done, or fell away, before this officer got to it. Pages answer 409 and say who and when. */
public final class TaskAlreadyDone extends RuntimeException {

    private final String number;
    private final TaskKind kind;
    private final String by;
    private final Instant at;
    private final boolean done;

    TaskAlreadyDone(String number, TaskKind kind, String by, Instant at, boolean done) {
        super(kind + " of " + number + " was closed by " + by + " at " + at);
        this.number = number;
        this.kind = kind;
        this.by = by;
        this.at = at;
        this.done = done;
    }

    /** The application's number. */
    public String number() {
        return number;
    }

    public TaskKind kind() {
        return kind;
    }

    /** The name of who closed it. */
    public String by() {
        return by;
    }

    /** When it was closed. */
    public Instant at() {
        return at;
    }

    /** True when an officer did it, false when it fell away, such as by withdrawal. */
    public boolean done() {
        return done;
    }
}
