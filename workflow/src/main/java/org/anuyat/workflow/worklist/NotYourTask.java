package org.anuyat.workflow.worklist;

import org.anuyat.workflow.identity.Role;

/** The officer lacks the role that the task waits for. Pages answer 403. */
public final class NotYourTask extends RuntimeException {

    private final Role needed;

    public NotYourTask(Role needed) {
        super("needs the role " + needed);
        this.needed = needed;
    }

    /** The role that is asked for. */
    public Role needed() {
        return needed;
    }
}
