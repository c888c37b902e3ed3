package org.anuyat.workflow.issuance.raising;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the seal of a permit has come, as the platform last saw it.
 *
 * @param wanted the level that it is to reach; null when the signing service adds nothing to it
 * @param reached the level of the copy that holders get
 * @param stampEnds when the certificate of its archive time stamp ends; null without one
 * @param attempts looks since it last came further
 * @param problem why it has not come further, in English for administrators; null when nothing failed
 * @param former SHA-256 of the copies that holders got before, the oldest first; they stay genuine
 */
public record SealState(
        @Nullable String wanted,
        String reached,
        @Nullable Instant stampEnds,
        Instant lookedAt,
        Instant nextLook,
        int attempts,
        @Nullable String problem,
        List<String> former) {

    /** Whether it has all that it is to have. */
    public boolean complete() {
        return wanted == null || wanted.equals(reached);
    }
}
