package org.anuyat.signing.service.levels;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.anuyat.signing.api.SignatureLevel;
import org.anuyat.signing.api.levels.LevelState;
import org.anuyat.signing.service.stamps.StampInfo;
import org.anuyat.signing.service.stamps.StampSettings;
import org.jspecify.annotations.Nullable;

/**
 * What is kept about one document.
 *
 * @param renewing whether its archive time stamp is to be renewed
 * @param stampAlgorithms what its last archive time stamp rests on
 * @param signer see {@link org.anuyat.signing.api.SealedDocument}, as the rest
 */
record LevelRecord(
        String key,
        SignatureLevel wanted,
        SignatureLevel reached,
        boolean renewing,
        int version,
        String sha256,
        Instant changedAt,
        int attempts,
        @Nullable String problem,
        @Nullable Instant nextTry,
        @Nullable Instant stampEnds,
        List<String> stampAlgorithms,
        String signer,
        String certificateSha256,
        Instant sealedAt) {

    /** Whether there is something left to do. */
    boolean pending() {
        return renewing || reached.compareTo(wanted) < 0;
    }

    /** A step succeeded. */
    LevelRecord raised(
            SignatureLevel level, String sha256, Instant now, Instant next, @Nullable StampInfo stamp) {
        return new LevelRecord(
                key, wanted, level, false, version + 1, sha256, now, 0, null,
                level.compareTo(wanted) < 0 ? next : null,
                stamp == null ? stampEnds : stamp.ends(),
                stamp == null ? stampAlgorithms : stamp.algorithms(),
                signer, certificateSha256, sealedAt);
    }

    /** A step failed. */
    LevelRecord failed(String problem, Instant next) {
        return new LevelRecord(
                key, wanted, reached, renewing, version, sha256, changedAt, attempts + 1, problem, next,
                stampEnds, stampAlgorithms, signer, certificateSha256, sealedAt);
    }

    /** It is to get a new archive time stamp. */
    LevelRecord toRenew(Instant now) {
        return new LevelRecord(
                key, wanted, reached, true, version, sha256, changedAt, attempts, problem, now,
                stampEnds, stampAlgorithms, signer, certificateSha256, sealedAt);
    }

    /** From when on its archive time stamp is to be renewed; empty when it has none. */
    Optional<Instant> renewalDue(StampSettings settings) {
        return stampEnds == null
                ? Optional.empty()
                : Stream.concat(
                                Stream.of(stampEnds),
                                stampAlgorithms.stream()
                                        .filter(settings.retired()::containsKey)
                                        .map(name -> endOf(settings.retired().get(name))))
                        .min(Instant::compareTo)
                        .map(end -> end.minus(settings.renewBefore()));
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    LevelState state() {
        return new LevelState(
                key, wanted, reached, version, sha256, changedAt, attempts, problem, nextTry, stampEnds);
    }
}
