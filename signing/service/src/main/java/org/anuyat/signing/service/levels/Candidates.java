package org.anuyat.signing.service.levels;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.anuyat.signing.service.OnlyHere;
import org.anuyat.signing.service.stamps.NoTimeStamp;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes steps without paying twice for a time stamp: a raised form that couldn't be examined is kept, and the next try examines it
 * before it makes another one.
 */
@Component
@OnlyHere
class Candidates {

    /** A form that never comes to be judged, for what it lacks itself, must not hold up the document for long. */
    static final Duration LONGEST_KEPT = Duration.ofDays(1);

    private static final Logger LOG = LoggerFactory.getLogger(Candidates.class);

    private final LevelStore store;
    private final Raising raising;
    private final Clock clock;

    Candidates(LevelStore store, Raising raising, Clock clock) {
        this.store = store;
        this.raising = raising;
        this.clock = clock;
    }

    /**
     * Takes the next step, with the form that waits or with a new one. What waits afterwards is in the document's state.
     *
     * @throws NoTimeStamp when no authority stamps
     * @throws RuntimeException when revocation data are missing, or when our own validation doesn't accept the result
     */
    Raising.Step step(LevelRecord record, byte[] pdf) {
        LevelRecord bare = record;
        if (record.candidate() != null) {
            Optional<byte[]> kept = usable(record, record.candidate(), pdf);
            if (kept.isPresent()) {
                try {
                    return raising.examined(record, kept.get());
                } catch (Refused e) {
                    LOG.warn("What was kept for {} is dropped: {}", record.key(), e.getMessage());
                }
            }
            bare = store.drop(record);
        }
        byte[] raised = raising.raised(bare, pdf);
        Instant made = clock.instant();
        try {
            return raising.examined(bare, raised);
        } catch (Undecided e) {
            store.keep(bare, new Candidate(Raising.sha256(raised), made), raised);
            throw e;
        }
    }

    private Optional<byte[]> usable(LevelRecord record, Candidate candidate, byte[] pdf) {
        if (!clock.instant().isBefore(candidate.made().plus(LONGEST_KEPT))) {
            LOG.warn("What was kept for {} is dropped: it waits since {}", record.key(), candidate.made());
            return Optional.empty();
        }
        Optional<byte[]> kept = store.candidate(record)
                .filter(raised -> candidate.sha256().equals(Raising.sha256(raised)) && continues(pdf, raised));
        if (kept.isEmpty()) {
            LOG.warn("What was kept for {} is dropped: it isn't a raised form of the document", record.key());
        }
        return kept;
    }

    /** Whether a form only adds to a document, as every step does. */
    private static boolean continues(byte[] pdf, byte[] raised) {
        return raised.length > pdf.length && Arrays.equals(pdf, 0, pdf.length, raised, 0, pdf.length);
    }
}
