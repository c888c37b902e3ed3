package org.anuyat.workflow.approval.authority;

/** The port through which the platform learns whether an officer can sign digitally. */
@FunctionalInterface
public interface OfficerKeys {

    /**
     * Whether the officer has a key with a valid certificate now. Called outside of transactions.
     *
     * @param username by which the officer's keys are known
     * @return also true when that can't be found out at present: then signing is tried again later
     */
    boolean ready(String agency, String username);
}
