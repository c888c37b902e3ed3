package org.anuyat.payments.service;

/** Work that waits in the database and is done a piece at a time; several processes may do it side by side. */
public interface Chore {

    /** Does one piece of work that is due, and says whether there was any. */
    boolean doOne();

    /** How many of it a process does at the same time. */
    default int hands() {
        return 1;
    }
}
