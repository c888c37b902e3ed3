package org.anuyat.workflow.identity.staff;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.anuyat.workflow.acts.Actor;
import org.anuyat.workflow.identity.Officer;
import org.anuyat.workflow.identity.Role;
import org.anuyat.workflow.identity.staff.StaffRefused.Reason;
import org.anuyat.workflow.thai.BuddhistDate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * An agency's officers, for its administrators. Every change is an act of the record. Nobody changes the own account, an
 * administrator holds no role that has a part in cases, and one administrator at least always stays: a second pair of eyes for
 * each change would lock agencies out that have one administrator, so the record, which auditors read, is the control.
 */
@Component
public class Staff {

    private final StaffRows rows;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Staff(StaffRows rows, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.events = events;
        this.clock = clock;
    }

    /** A page of the officers of the administrator's agency. */
    @Transactional(readOnly = true)
    public StaffPage page(StaffQuery query, Officer administrator) {
        require(administrator);
        return rows.page(query, administrator.agency(), today());
    }

    /** An officer of the administrator's agency. */
    @Transactional(readOnly = true)
    public Optional<StaffMember> find(String subject, Officer administrator) {
        require(administrator);
        return rows.find(administrator.agency(), subject);
    }

    /**
     * Enters an officer, who has access at once.
     *
     * @throws StaffRefused when the user name is taken or the roles don't go together
     */
    @Transactional
    public StaffMember add(Particulars particulars, Officer administrator) {
        require(administrator);
        return add(particulars, administrator.agency(), actor(administrator));
    }

    /**
     * Changes name, position, user name or roles. The roles count from the officer's next press of a button.
     *
     * @param seen the version on the administrator's page
     * @throws StaffRefused as {@link Reason} says
     */
    @Transactional
    public void change(String subject, int seen, Particulars particulars, Officer administrator) {
        StaffMember before = forChange(subject, seen, administrator);
        requirePossible(particulars, subject);
        boolean stays = particulars.roles().contains(Role.ADMINISTRATOR);
        requireAdministrator(before.agency(), one -> stays || !one.subject().equals(subject));
        Instant now = clock.instant();
        rows.update(UUID.fromString(subject), before.agency(), particulars, now);
        events.publishEvent(new OfficerChanged(
                before.agency(),
                actor(administrator),
                now,
                particulars.displayName(),
                particulars.username(),
                particulars.position(),
                names(before.particulars().roles()),
                names(particulars.roles())));
    }

    /**
     * Ends an officer's access. The account stays, because acts bear its name.
     *
     * @param lastDay of access; yesterday ends it at once
     * @param reason why; may be empty
     * @throws StaffRefused as {@link Reason} says
     */
    @Transactional
    public void endAccess(String subject, int seen, LocalDate lastDay, String reason, Officer administrator) {
        StaffMember before = forChange(subject, seen, administrator);
        if (lastDay.isBefore(today().minusDays(1))) {
            throw new StaffRefused(Reason.END_IN_THE_PAST);
        }
        requireAdministrator(before.agency(), one -> !one.subject().equals(subject));
        Instant now = clock.instant();
        rows.endOn(subject, lastDay, now);
        events.publishEvent(new AccessEnded(
                before.agency(),
                actor(administrator),
                now,
                before.particulars().displayName(),
                before.particulars().username(),
                lastDay,
                reason.strip()));
    }

    /**
     * Takes the end of an officer's access back.
     *
     * @throws StaffRefused as {@link Reason} says
     */
    @Transactional
    public void restoreAccess(String subject, int seen, Officer administrator) {
        StaffMember before = forChange(subject, seen, administrator);
        if (before.endsOn() == null) {
            return;
        }
        Instant now = clock.instant();
        rows.endOn(subject, null, now);
        events.publishEvent(new AccessRestored(
                before.agency(),
                actor(administrator),
                now,
                before.particulars().displayName(),
                before.particulars().username()));
    }

    /** Enters an administrator for an agency that has none; nothing happens when it has one. */
    @Transactional
    void appointFirst(String agency, Particulars particulars) {
        boolean present = rows.lockAdministrators(agency).stream().anyMatch(StaffMember::isLastingAdministrator);
        if (!present) {
            add(particulars, agency, Actor.SYSTEM);
        }
    }

    private StaffMember add(Particulars particulars, String agency, Actor by) {
        rows.lockAdministrators(agency);
        requirePossible(particulars, null);
        UUID id = UUID.randomUUID();
        Instant now = clock.instant();
        rows.insert(id, agency, particulars, now);
        events.publishEvent(new OfficerAdded(
                agency,
                by,
                now,
                particulars.displayName(),
                particulars.username(),
                particulars.position(),
                names(particulars.roles())));
        return rows.find(agency, id.toString()).orElseThrow();
    }

    private StaffMember forChange(String subject, int seen, Officer administrator) {
        require(administrator);
        rows.lockAdministrators(administrator.agency());
        StaffMember member = rows.find(administrator.agency(), subject).orElseThrow(IllegalArgumentException::new);
        if (subject.equals(administrator.subject())) {
            throw new StaffRefused(Reason.OWN_ACCOUNT);
        }
        if (member.version() != seen) {
            throw new StaffRefused(Reason.CHANGED_MEANWHILE);
        }
        return member;
    }

    private void requirePossible(Particulars particulars, @Nullable String subject) {
        if (!particulars.isSeparated()) {
            throw new StaffRefused(Reason.ROLES_TOGETHER);
        }
        if (rows.isTaken(particulars.username(), subject)) {
            throw new StaffRefused(Reason.USERNAME_TAKEN);
        }
    }

    /** Some administrator must stay one after the change. */
    private void requireAdministrator(String agency, Predicate<StaffMember> stays) {
        if (rows.lockAdministrators(agency).stream()
                .filter(StaffMember::isLastingAdministrator)
                .noneMatch(stays)) {
            throw new StaffRefused(Reason.LAST_ADMINISTRATOR);
        }
    }

    private static void require(Officer administrator) {
        if (!administrator.is(Role.ADMINISTRATOR)) {
            throw new StaffRefused(Reason.NOT_ADMINISTRATOR);
        }
    }

    private LocalDate today() {
        return BuddhistDate.dateOf(clock.instant());
    }

    private static List<String> names(Set<Role> roles) {
        return roles.stream().map(Role::name).sorted().toList();
    }

    private static Actor actor(Officer administrator) {
        return Actor.officer(administrator.subject(), administrator.displayName());
    }
}
