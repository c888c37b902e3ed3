package org.anuyat.workflow.worklist;

/**
 * There is no such task for this officer: it never was, or it is another agency's. Pages answer 404, so that nobody learns
 * from the answer what other agencies work on.
 */
public final class NoSuchTask extends RuntimeException {

    NoSuchTask(String what) {
        super("no task " + what);
    }
}
