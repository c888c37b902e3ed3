package org.anuyat.workflow.submission;

import java.time.Instant;
import java.util.UUID;

/**
 * A one-time code has to reach the applicant. It is published inside the transaction that keeps the code's hash; the code
 * itself is here and nowhere else. No act on an application, because there is none yet: never to be kept in the record.
 *
 * @param personId account (subject) of the applicant
 * @param code six digits
 * @param expiresAt when it stops to work
 */
public record CodeRequested(
        UUID draftId,
        String agency,
        String serviceId,
        int serviceVersion,
        String personId,
        String code,
        Instant requestedAt,
        Instant expiresAt) {

    /** Keeps the code out of logs. */
    @Override
    public String toString() {
        return "CodeRequested[" + draftId + "]";
    }
}
