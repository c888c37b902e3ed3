package org.anuyat.workflow.worklist;

/** A colleague has taken the task on. Pages answer 409 and offer to take it over. */
public final class TaskClaimed extends RuntimeException {

    private final Task task;

    TaskClaimed(Task task) {
        super("task " + task.id() + " of " + task.of().number() + " is claimed");
        this.task = task;
    }

    /** The task with its claim. */
    public Task task() {
        return task;
    }
}
