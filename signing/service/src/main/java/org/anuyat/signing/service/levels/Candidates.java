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
 * Takes steps without paying twice for a time stamp: a raised form is kept before it is examined, and when that couldn't be done, or
 * the process was killed over it, the next try examines it before it makes another one.
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
     * Takes the next step, with the form that waits or with a new one, which is kept before it is examined. What may be valid waits
     * afterwards for the next try.
     *
     * @throws NoTimeStamp when no authority stamps
     * @throws RuntimeException when revocation data are missing, there is no room, or our own validation doesn't accept the result
     */
    LevelRecord step(LevelRecord record, byte[] pdf) {
        Optional<byte[]> kept = store.next(record);
        if (kept.isPresent()) {
            if (isUsable(record, kept.get(), pdf)) {
                try {
                    return raising.examined(record, kept.get());
                } catch (Refused e) {
                    LOG.warn("What was kept for {} is dropped: {}", record.key(), e.getMessage());
                }
            }
            store.drop(record);
        }
        store.requireRoom(pdf);
        byte[] raised = raising.raised(record, pdf);
        store.keep(record, raised);
        try {
            return raising.examined(record, raised);
        } catch (Refused e) {
            store.drop(record);
            throw e;
        }
    }

    private boolean isUsable(LevelRecord record, byte[] kept, byte[] pdf) {
        Instant made = store.nextMade(record);
        if (!clock.instant().isBefore(made.plus(LONGEST_KEPT))) {
            LOG.warn("What was kept for {} is dropped: it waits since {}", record.key(), made);
            return false;
        }
        if (!continues(pdf, kept)) {
            LOG.warn("What was kept for {} is dropped: it isn't a raised form of the document", record.key());
            return false;
        }
        return true;
    }

    /** Whether a form only adds to a document, as every step does. */
    private static boolean continues(byte[] pdf, byte[] raised) {
        return raised.length > pdf.length && Arrays.equals(pdf, 0, pdf.length, raised, 0, pdf.length);
    }
}
