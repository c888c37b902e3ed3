package org.anuyat.workflow.approval;

import java.time.Instant;
import java.util.Optional;
import org.anuyat.workflow.approval.refusal.RefusalGrounds;
import org.jspecify.annotations.Nullable;

/**
 * A decision at one level. It is never changed.
 *
 * @param opinion the sequence number of the opinion over which was decided
 * @param level from 1
 * @param last whether the level is the service's highest
 * @param officer the officer's name
 * @param remark the reason with {@link Kind#SEND_BACK}; else may be empty
 * @param grounds of a refusal; null otherwise
 * @param digest SHA-256 over everything that lay before the officer, lower-case hexadecimal
 */
public record Decision(
        int opinion,
        int level,
        Kind kind,
        boolean last,
        String officerSubject,
        String officer,
        String position,
        String remark,
        @Nullable RefusalGrounds grounds,
        Instant at,
        String digest) {

    /** What was decided. */
    public enum Kind {
        /** To permit (อนุญาต). */
        APPROVE,
        /** To look at it again (ส่งกลับให้ทบทวน). */
        SEND_BACK,
        /** Not to permit (ไม่อนุญาต). */
        REFUSE
    }

    /** The grounds of a refusal. */
    public Optional<RefusalGrounds> refusal() {
        return Optional.ofNullable(grounds);
    }
}
