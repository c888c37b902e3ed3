package org.anuyat.backoffice.security;

import org.anuyat.kit.error.Refusal;
import org.anuyat.workflow.acts.Actor;
import org.anuyat.workflow.identity.Officer;
import org.anuyat.workflow.identity.Role;

/**
 * The officer who asks: an argument of controller methods.
 *
 * @param officer as the platform knows the officer now, with the present roles
 */
public record CurrentOfficer(Officer officer) {

    /** The officer, where the page is for a role: whoever hasn't it is refused. */
    public Officer as(Role role) {
        if (!officer.is(role)) {
            throw Refusal.forbidden();
        }
        return officer;
    }

    /** The officer as the one who acts. */
    public Actor actor() {
        return Actor.officer(officer.subject(), officer.displayName());
    }
}
