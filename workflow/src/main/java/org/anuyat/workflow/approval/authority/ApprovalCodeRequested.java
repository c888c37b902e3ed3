package org.anuyat.workflow.approval.authority;

import java.time.Instant;

/**
 * A one-time code has to reach an approver. It is published inside the transaction that keeps the code's hash; the code itself is
 * here and nowhere else. No act on an application: never to be kept in the record.
 *
 * @param officer account (subject) of the approver
 * @param address where the code goes
 * @param code six digits
 * @param sha256 of the statement that it authorises
 * @param expiresAt when it stops to work
 */
public record ApprovalCodeRequested(
        String applicationNumber,
        String agency,
        String officer,
        String officerName,
        String address,
        String code,
        String sha256,
        Instant expiresAt) {

    /** Keeps the code out of logs. */
    @Override
    public String toString() {
        return "ApprovalCodeRequested[" + applicationNumber + "]";
    }
}
