package org.anuyat.workflow.audit;

import java.util.List;

/**
 * What checking a chain, or a case's part of one, found.
 *
 * @param entries how many entries were looked at
 * @param faults what is wrong, in the order of the chain; empty when nothing was changed, left out or put in
 */
public record ChainCheck(long entries, List<Fault> faults) {

    public ChainCheck {
        faults = List.copyOf(faults);
    }

    /** Whether the record is as it was written. */
    public boolean intact() {
        return faults.isEmpty();
    }

    /**
     * One thing wrong.
     *
     * @param seq at which entry
     */
    public record Fault(long seq, Kind kind) {

        /** What can be wrong. */
        public enum Kind {
            /** The hash isn't the hash of the text. */
            CHANGED,
            /** The columns that people search by say something else than the text. */
            COLUMNS_DIFFER,
            /** The entry doesn't follow the one before it. */
            BROKEN_LINK,
            /** Entries are missing before this one, or at the end. */
            MISSING
        }
    }
}
