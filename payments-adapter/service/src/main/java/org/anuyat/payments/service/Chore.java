package org.anuyat.payments.service;

/** Work that waits in the database and is done a piece at a time; several processes may do it side by side. */
public interface Chore {

    /** Does one piece of work that is due, and says whether there was any. */
    boolean doOne();

    /** What it is about, for those who know that some of it is due. */
    default Kind kind() {
        return Kind.OTHER;
    }

    /** Kinds of work that follow one another at once. */
    enum Kind {
        /** Callbacks that wait for the bank's confirmation. */
        CALLBACKS,
        /** Notices that wait for the platform. */
        NOTICES,
        OTHER
    }

    /** How many of it a process does at the same time. */
    default int hands() {
        return 1;
    }
}
