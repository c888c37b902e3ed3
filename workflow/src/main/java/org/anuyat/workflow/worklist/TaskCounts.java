package org.anuyat.workflow.worklist;

import java.util.Map;

/**
 * How many tasks wait for an officer.
 *
 * @param byKind one entry for every kind that the officer may do, in the order of the procedure
 * @param mine what the officer has taken on
 * @param overdue what should have been done already
 */
public record TaskCounts(Map<TaskKind, Count> byKind, Count mine, Count overdue) {

    /** A number that was not counted beyond {@link #BOUND}, so that counting stays cheap. */
    public record Count(int value) {

        /** Up to which number tasks are counted. */
        public static final int BOUND = 999;

        /** Whether there are more than could be said. */
        public boolean isMore() {
            return value > BOUND;
        }

        /** The number, or {@code 999+}. */
        @Override
        public String toString() {
            return isMore() ? BOUND + "+" : Integer.toString(value);
        }
    }
}
