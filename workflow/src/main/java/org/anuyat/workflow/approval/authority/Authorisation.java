package org.anuyat.workflow.approval.authority;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The evidence that an approver confirmed a decision.
 *
 * @param id of the one-time code
 * @param officer account (subject) of the approver
 * @param username by which the officer's key is known; null for those from before it was kept
 * @param statement what was authorised, as JSON
 * @param sha256 of the statement's UTF-8 bytes, as it was sent with the code
 * @param requestedAt when the code was sent
 * @param givenAt when it was entered
 */
public record Authorisation(
        UUID id,
        String officer,
        @Nullable String username,
        String statement,
        String sha256,
        Instant requestedAt,
        Instant givenAt) {

    /** Whether the statement still has its digest. */
    public boolean intact() {
        return Intention.sha256(statement).equals(sha256);
    }
}
