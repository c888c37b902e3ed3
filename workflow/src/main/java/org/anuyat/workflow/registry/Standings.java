package org.anuyat.workflow.registry;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.anuyat.workflow.acts.Actor;
import org.anuyat.workflow.identity.Officer;
import org.anuyat.workflow.identity.Role;
import org.anuyat.workflow.issuance.Permit;
import org.anuyat.workflow.issuance.Permits;
import org.anuyat.workflow.submission.Applications;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Orders that stand in the way of a permit: suspension, revocation, and lifting a suspension. Only the officer who decides
 * in the end may order them, and each names its reason and its law (Administrative Procedure Act B.E. 2539 section 37).
 */
@Component
public class Standings {

    private static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");

    private final JdbcClient jdbc;
    private final Permits permits;
    private final PublicRegister register;
    private final Applications applications;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Standings(
            JdbcClient jdbc,
            Permits permits,
            PublicRegister register,
            Applications applications,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.permits = permits;
        this.register = register;
        this.applications = applications;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Suspends a valid permit (พักใช้).
     *
     * @param until the last day, not before today; null when the suspension has no end yet
     * @throws StandingRefused when the officer may not, a part is missing, or the permit isn't valid
     */
    @Transactional
    public void suspend(
            String permitNumber, @Nullable LocalDate until, String reason, String legalBasis, Officer officer) {
        Permit permit = locked(permitNumber, officer);
        require(status(permitNumber) == PermitStatus.VALID, StandingRefused.Reason.NOT_VALID);
        require(until == null || !until.isBefore(today()), StandingRefused.Reason.PAST_DAY);
        write(permit, "SUSPENDED", until, complete(reason), complete(legalBasis), officer);
        events.publishEvent(new Suspended(
                permit.applicationNumber(), permit.agency(), actor(officer), now(), permitNumber, reason, legalBasis));
    }

    /**
     * Revokes a permit for good (เพิกถอน).
     *
     * @throws StandingRefused when the officer may not, a part is missing, or it is revoked or expired already
     */
    @Transactional
    public void revoke(String permitNumber, String reason, String legalBasis, Officer officer) {
        Permit permit = locked(permitNumber, officer);
        PermitStatus status = status(permitNumber);
        require(
                status == PermitStatus.VALID || status == PermitStatus.SUSPENDED, StandingRefused.Reason.NOT_VALID);
        write(permit, "REVOKED", null, complete(reason), complete(legalBasis), officer);
        events.publishEvent(new Revoked(
                permit.applicationNumber(), permit.agency(), actor(officer), now(), permitNumber, reason, legalBasis));
    }

    /**
     * Lifts a suspension.
     *
     * @throws StandingRefused when the officer may not, the reason is missing, or it isn't suspended
     */
    @Transactional
    public void reinstate(String permitNumber, String reason, Officer officer) {
        Permit permit = locked(permitNumber, officer);
        require(status(permitNumber) == PermitStatus.SUSPENDED, StandingRefused.Reason.NOT_SUSPENDED);
        String why = complete(reason);
        jdbc.sql("delete from permit_standing where permit_number = ?")
                .param(permitNumber)
                .update();
        events.publishEvent(
                new Reinstated(permit.applicationNumber(), permit.agency(), actor(officer), now(), permitNumber, why));
    }

    private Permit locked(String permitNumber, Officer officer) {
        Permit permit = permits.numbered(permitNumber)
                .filter(found -> found.agency().equals(officer.agency()))
                .orElseThrow(() -> new StandingRefused(StandingRefused.Reason.UNKNOWN_PERMIT));
        require(officer.is(Role.APPROVER_2), StandingRefused.Reason.NOT_YOURS);
        applications.lock(permit.applicationNumber());
        return permit;
    }

    private PermitStatus status(String permitNumber) {
        return register.numbered(permitNumber).orElseThrow().status();
    }

    private void write(
            Permit permit, String standing, @Nullable LocalDate until, String reason, String legalBasis, Officer officer) {
        jdbc.sql(
                        """
                        insert into permit_standing (permit_number, agency, standing, since, until, reason, legal_basis, ordered_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (permit_number) do update set standing = excluded.standing, since = excluded.since,
                            until = excluded.until, reason = excluded.reason, legal_basis = excluded.legal_basis,
                            ordered_by = excluded.ordered_by
                        """)
                .params(
                        permit.number(),
                        permit.agency(),
                        standing,
                        Timestamp.from(now()),
                        until == null ? null : Date.valueOf(until),
                        reason,
                        legalBasis,
                        officer.subject())
                .update();
    }

    private static String complete(String text) {
        require(!text.isBlank() && text.length() <= 2_000, StandingRefused.Reason.INCOMPLETE);
        return text.strip();
    }

    private static void require(boolean condition, StandingRefused.Reason reason) {
        if (!condition) {
            throw new StandingRefused(reason);
        }
    }

    private static Actor actor(Officer officer) {
        return Actor.officer(officer.subject(), officer.displayName());
    }

    private Instant now() {
        return clock.instant();
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(BANGKOK));
    }
}
