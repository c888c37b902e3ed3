package org.anuyat.portal.security;

import org.anuyat.workflow.acts.Actor;
import org.anuyat.workflow.identity.Person;

/**
 * The citizen who asks: an argument of controller methods. Declare {@code Optional<CurrentCitizen>} on pages that are open to
 * everybody.
 *
 * @param person as the platform knows the citizen now
 */
public record CurrentCitizen(Person person) {

    /** The citizen as the one who acts. */
    public Actor actor() {
        return Actor.citizen(person.subject(), person.displayName());
    }
}
