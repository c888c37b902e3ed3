package org.anuyat.workflow.submission;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A one-time code has to reach the applicant. It is published inside the transaction that keeps the code's hash; the code
 * itself is here and nowhere else. No act: never to be kept in the record.
 *
 * @param applicationNumber of the application that is corrected; null when a draft is confirmed, which has none yet
 * @param personId account (subject) of the applicant
 * @param code six digits
 * @param expiresAt when it stops to work
 */
public record CodeRequested(
        @Nullable String applicationNumber,
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
        return "CodeRequested[" + (applicationNumber == null ? "draft" : applicationNumber) + "]";
    }
}
