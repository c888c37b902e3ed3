package org.anuyat.workflow.identity.staff;

/** A change of an officer's account that is not allowed; nothing was changed. */
public final class StaffRefused extends RuntimeException {

    private final Reason reason;

    StaffRefused(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Why. Message bundles hold a text for each. */
    public enum Reason {
        /** The officer is no administrator. */
        NOT_ADMINISTRATOR,
        /** Nobody changes the own account: a colleague does. */
        OWN_ACCOUNT,
        /** The agency would be left without an administrator whose access has no end. */
        LAST_ADMINISTRATOR,
        /** Another account has this user name. */
        USERNAME_TAKEN,
        /** An administrator has no part in cases. */
        ROLES_TOGETHER,
        /** A colleague changed the account meanwhile. */
        CHANGED_MEANWHILE,
        /** The last day of access lies too far back: what was done since was done with access. */
        END_IN_THE_PAST
    }
}
