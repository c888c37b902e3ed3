package org.anuyat.workflow.issuance.raising;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.anuyat.workflow.acts.Actor;
import org.anuyat.workflow.files.Files;
import org.anuyat.workflow.files.StoredFile;
import org.anuyat.workflow.issuance.raising.SealProgress.Progress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Follows the seals of issued permits: looks how far the signing service has raised them, and takes over what it added. Nobody
 * waits for it. Between two looks at a permit lies a pause that doubles, and a month once its seal is complete: archive time
 * stamps are renewed many months before they end.
 */
@Component
public class Raising {

    private static final Logger LOG = LoggerFactory.getLogger(Raising.class);
    private static final Duration RENEWED_MEANWHILE = Duration.ofDays(30);
    private static final int MOST_DOUBLINGS = 20;

    private final SealRows rows;
    private final SealProgress signing;
    private final Files files;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Duration firstPause;
    private final Duration longestPause;
    private final TransactionTemplate outside;

    Raising(
            SealRows rows,
            SealProgress signing,
            Files files,
            ApplicationEventPublisher events,
            Clock clock,
            PlatformTransactionManager transactions,
            @Value("${anuyat.raising.first-pause:15s}") Duration firstPause,
            @Value("${anuyat.raising.longest-pause:1h}") Duration longestPause) {
        this.rows = rows;
        this.signing = signing;
        this.files = files;
        this.events = events;
        this.clock = clock;
        this.firstPause = firstPause;
        this.longestPause = longestPause;
        this.outside = new TransactionTemplate(transactions);
        this.outside.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
    }

    /** How far the seal of a permit has come; empty when it was never looked at. */
    @Transactional(readOnly = true)
    public Optional<SealState> state(String permitNumber) {
        return rows.find(permitNumber);
    }

    /** When the seal of a permit is to be looked at next. */
    @Transactional(readOnly = true)
    public Instant nextLook(String permitNumber) {
        return rows.find(permitNumber).map(SealState::nextLook).orElseGet(() -> clock.instant().plus(firstPause));
    }

    /**
     * Looks at the seal of a permit, and takes over what was added to it. What goes wrong is kept for the auditor, and looked at
     * again.
     *
     * @return whether it has all that it is to have
     */
    @Transactional
    public boolean look(String permitNumber) {
        SealRows.Sealed permit = rows.sealed(permitNumber);
        SealState before = rows.find(permitNumber).orElse(null);
        Seen seen;
        try {
            seen = outside.execute(status -> ask(permit, before));
        } catch (RuntimeException e) {
            LOG.warn("The seal of permit {} can't be followed at present: {}", permitNumber, e.toString());
            rows.fail(permitNumber, clock.instant(), clock.instant().plus(pause(before)), String.valueOf(e.getMessage()));
            return false;
        }
        Progress progress = seen.progress();
        boolean complete = progress == null || progress.complete();
        boolean further = seen.raised() != null && takeOver(permit, progress, seen.raised());
        boolean waits = !complete && !further && before != null;
        rows.write(
                permitNumber,
                progress,
                clock.instant(),
                clock.instant().plus(complete ? RENEWED_MEANWHILE : waits ? pause(before) : firstPause),
                waits ? before.attempts() + 1 : 0);
        return complete;
    }

    /**
     * Permits that nobody has looked at for too long, most of them because their archive time stamp may have been renewed; each
     * is named once and then not again for a while.
     */
    @Transactional
    public List<String> overdue(int most) {
        Instant now = clock.instant();
        return rows.claim(now.minus(longestPause), now, most);
    }

    /** What the signing service says; the raised document only when it isn't the one that we have. */
    private record Seen(@Nullable Progress progress, byte @Nullable [] raised) {}

    private Seen ask(SealRows.Sealed permit, @Nullable SealState before) {
        Progress progress = signing.of(permit.key()).orElse(null);
        if (progress == null && before != null && before.wanted() != null) {
            throw new IllegalStateException("the signing service doesn't know this document any more");
        }
        if (progress == null || progress.sha256().equals(permit.sha256())) {
            return new Seen(progress, null);
        }
        byte[] raised = signing.latest(permit.key());
        if (!sha256(raised).equals(progress.sha256())) {
            throw new IllegalStateException("it was raised once more meanwhile");
        }
        requireSame(read(permit.file()), raised);
        return new Seen(progress, raised);
    }

    /** The service adds, it never changes: a raised document begins with the very bytes that holders have. */
    private static void requireSame(byte[] held, byte[] raised) {
        if (raised.length < held.length || !Arrays.equals(raised, 0, held.length, held, 0, held.length)) {
            throw new IllegalStateException("the signing service has another document than the one that was sealed");
        }
    }

    private boolean takeOver(SealRows.Sealed permit, Progress progress, byte[] raised) {
        if (!rows.lock(permit.number()).sha256().equals(permit.sha256())) {
            return false;
        }
        StoredFile file = files.keep(
                new ByteArrayInputStream(raised),
                "permit-" + permit.applicationNumber() + ".pdf",
                "application/pdf",
                permit.agency());
        rows.replace(permit, file, clock.instant());
        // its bytes are the beginning of the new one's
        files.remove(permit.file());
        events.publishEvent(new Raised(
                permit.applicationNumber(),
                permit.agency(),
                Actor.SYSTEM,
                clock.instant(),
                permit.number(),
                progress.reached(),
                file.sha256()));
        return true;
    }

    private Duration pause(@Nullable SealState before) {
        int looks = before == null ? 0 : before.attempts();
        Duration doubled = firstPause.multipliedBy(1L << Math.min(looks, MOST_DOUBLINGS));
        return doubled.compareTo(longestPause) < 0 ? doubled : longestPause;
    }

    private byte[] read(UUID file) {
        try (InputStream in = files.open(file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(byte[] pdf) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(pdf));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
