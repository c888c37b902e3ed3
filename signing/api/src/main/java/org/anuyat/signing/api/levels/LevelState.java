package org.anuyat.signing.api.levels;

import java.time.Instant;
import org.anuyat.signing.api.SignatureLevel;
import org.jspecify.annotations.Nullable;

/**
 * How far a sealed document has come.
 *
 * @param key the idempotency key of the order that sealed it
 * @param wanted by the setting of its kind when it was sealed
 * @param reached what its latest form has
 * @param version 0 as it was sealed, one more with every addition
 * @param sha256 of the latest form, 64 lower-case hexadecimal digits
 * @param attempts in vain since the last success
 * @param problem what went wrong the last time, in English for administrators; null after a success
 * @param nextTry when the next step is tried; null when there is none
 * @param stampEnds when the certificate of the last archive time stamp ends; null without one
 */
public record LevelState(
        String key,
        SignatureLevel wanted,
        SignatureLevel reached,
        int version,
        String sha256,
        Instant changedAt,
        int attempts,
        @Nullable String problem,
        @Nullable Instant nextTry,
        @Nullable Instant stampEnds) {}
