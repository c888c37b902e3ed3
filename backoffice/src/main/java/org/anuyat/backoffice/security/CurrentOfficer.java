package org.anuyat.backoffice.security;

import org.anuyat.workflow.acts.Actor;
import org.anuyat.workflow.identity.Officer;

/**
 * The officer who asks: an argument of controller methods.
 *
 * @param officer as the platform knows the officer now, with the present roles
 */
public record CurrentOfficer(Officer officer) {

    /** The officer as the one who acts. */
    public Actor actor() {
        return Actor.officer(officer.subject(), officer.displayName());
    }
}
