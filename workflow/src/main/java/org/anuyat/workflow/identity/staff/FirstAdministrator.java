package org.anuyat.workflow.identity.staff;

import java.util.Set;
import org.anuyat.workflow.identity.Role;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Lets the first administrator of an agency in, by a setting of the operator: an account with the role of administrator is
 * entered at the start while the agency has none, and the record says so. Where there is one, the setting does nothing.
 */
@Component
@ConditionalOnProperty("anuyat.identity.officer.first-administrator.username")
class FirstAdministrator {

    private final Staff staff;
    private final String agency;
    private final Particulars particulars;

    FirstAdministrator(
            Staff staff,
            @Value("${anuyat.identity.officer.first-administrator.username}") String username,
            @Value("${anuyat.identity.officer.first-administrator.agency}") String agency,
            @Value("${anuyat.identity.officer.first-administrator.first-name}") String firstName,
            @Value("${anuyat.identity.officer.first-administrator.last-name}") String lastName,
            @Value("${anuyat.identity.officer.first-administrator.position:ผู้ดูแลระบบ}") String position) {
        this.staff = staff;
        this.agency = agency;
        this.particulars =
                new Particulars(username, "", firstName, lastName, "", position, null, Set.of(Role.ADMINISTRATOR));
    }

    @EventListener(ApplicationReadyEvent.class)
    void appoint() {
        staff.appointFirst(agency, particulars);
    }
}
