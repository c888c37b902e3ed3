package org.anuyat.workflow.worklist;

import java.time.Instant;
import java.util.Optional;
import org.anuyat.workflow.identity.Officer;
import org.anuyat.workflow.identity.Role;
import org.jspecify.annotations.Nullable;

/**
 * One thing that waits for an officer.
 *
 * @param level the level of approval from 1; 0 for every other kind
 * @param role who may do it
 * @param due by when
 * @param claim who has taken it on; null while it is free
 */
public record Task(
        long id,
        WorkedCase of,
        TaskKind kind,
        int level,
        Role role,
        Instant due,
        Instant openedAt,
        @Nullable Claim claim) {

    /** Who has taken a task on (ผู้รับงาน), so that colleagues leave it alone. */
    public record Claim(String subject, String name, Instant at) {}

    /** Whether the officer has taken it on. */
    public boolean isClaimedBy(Officer officer) {
        return claim != null && claim.subject().equals(officer.subject());
    }

    /** Whether somebody else has taken it on. */
    public boolean isClaimedByAnother(Officer officer) {
        return claim != null && !isClaimedBy(officer);
    }

    /** Who has taken it on. */
    public Optional<Claim> taken() {
        return Optional.ofNullable(claim);
    }

    /** Whether it should have been done already. */
    public boolean isOverdue(Instant now) {
        return due.isBefore(now);
    }
}
