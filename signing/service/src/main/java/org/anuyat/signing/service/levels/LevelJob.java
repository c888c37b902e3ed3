package org.anuyat.signing.service.levels;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.anuyat.signing.api.SignatureLevel;
import org.anuyat.signing.service.OnlyHere;
import org.anuyat.signing.service.SigningSettings;
import org.anuyat.signing.service.stamps.NoTimeStamp;
import org.anuyat.signing.service.stamps.StampSettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.task.TaskDecorator;
import org.springframework.stereotype.Component;

/**
 * Looks for documents with work left, again and again, and once a day for archive time stamps that have to be renewed. Has a
 * thread of its own, so that slow authorities hold up nobody else's jobs; where it shares a process with web pages, a task
 * decorator with the qualifier {@code signingLevels} says when the next document may have the processor.
 */
@Component
@OnlyHere
class LevelJob implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LevelJob.class);
    private static final Duration BETWEEN_SEARCHES = Duration.ofDays(1);
    private static final int MOST_DOUBLINGS = 20;

    private final LevelStore store;
    private final Candidates candidates;
    private final StampSettings settings;
    private final Clock clock;
    private final MeterRegistry meters;
    private final AtomicInteger waiting;
    private final TaskDecorator turns;
    private volatile @Nullable ScheduledExecutorService thread;
    private @Nullable Instant searched;

    LevelJob(
            LevelStore store,
            Candidates candidates,
            SigningSettings settings,
            Clock clock,
            MeterRegistry meters,
            @Qualifier("signingLevels") ObjectProvider<TaskDecorator> turns) {
        this.store = store;
        this.candidates = candidates;
        this.settings = settings.timeStamps();
        this.clock = clock;
        this.meters = meters;
        this.turns = turns.getIfAvailable(() -> document -> document);
        this.waiting = Objects.requireNonNull(
                meters.gauge("anuyat.signing.levels.pending", new AtomicInteger()));
    }

    @Override
    public void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread daemon = new Thread(task, "signing-levels");
            daemon.setDaemon(true);
            return daemon;
        });
        long every = settings.every().toMillis();
        started.scheduleWithFixedDelay(this::runAndSurvive, every, every, TimeUnit.MILLISECONDS);
        thread = started;
    }

    @Override
    public void stop() {
        ScheduledExecutorService running = thread;
        if (running != null) {
            running.shutdownNow();
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void runAndSurvive() {
        try {
            run();
        } catch (RuntimeException e) {
            LOG.warn("Documents can't be raised: {}", e.toString());
        }
    }

    /** Raises what is due, each document as far as it goes; without a time-stamp authority the others wait untouched. */
    synchronized void run() {
        store.exclusively(() -> {
            searchNowAndThen();
            List<String> ids = store.pendingIds();
            waiting.set(ids.size());
            for (String id : ids) {
                AtomicBoolean stamps = new AtomicBoolean(true);
                turns.decorate(() -> stamps.set(raise(id))).run();
                if (!stamps.get()) {
                    break;
                }
            }
            waiting.set(store.pendingIds().size());
            return ids;
        });
    }

    /** Takes the due steps of one document; false when no authority stamps, so that others needn't try. */
    private boolean raise(String id) {
        LevelRecord record = store.byId(id).orElse(null);
        if (record == null) {
            // its sealing was killed before it answered: the repeated order completes it
            return true;
        }
        store.unmark(id, record);
        while (record.pending() && !clock.instant().isBefore(due(record))) {
            byte[] pdf = store.document(record).orElse(null);
            try {
                if (pdf == null) {
                    throw new IllegalStateException("The document is missing from the store");
                }
                record = candidates.step(record, pdf);
                store.raise(record);
                count(record.reached(), "RAISED");
            } catch (RuntimeException e) {
                count(record.reached(), "FAILED");
                LOG.warn("The document {} stays at {}: {}", record.key(), record.reached(), e.toString());
                LevelRecord now = store.byId(id).orElseThrow();
                store.update(now.failed(String.valueOf(e.getMessage()), clock.instant().plus(pause(record.attempts()))));
                return !(e instanceof NoTimeStamp);
            }
        }
        return true;
    }

    private static Instant due(LevelRecord record) {
        Instant next = record.nextTry();
        return next == null ? Instant.MIN : next;
    }

    private Duration pause(int attempts) {
        Duration doubled = settings.firstRetry().multipliedBy(1L << Math.min(attempts, MOST_DOUBLINGS));
        return doubled.compareTo(settings.longestRetry()) < 0 ? doubled : settings.longestRetry();
    }

    private void searchNowAndThen() {
        Instant now = clock.instant();
        if (searched != null && now.isBefore(searched.plus(BETWEEN_SEARCHES))) {
            return;
        }
        store.tidy(now.minus(BETWEEN_SEARCHES));
        for (String id : store.allIds()) {
            LevelRecord record = store.byId(id).orElseThrow();
            boolean due = record.renewalDue(settings).filter(from -> !now.isBefore(from)).isPresent();
            if (due && !record.pending() && !now.isBefore(record.changedAt().plus(settings.renewAgain()))) {
                store.update(record.toRenew(now));
            }
        }
        searched = now;
    }

    private void count(SignatureLevel level, String outcome) {
        meters.counter("anuyat.signing.levels", "level", level.name(), "outcome", outcome)
                .increment();
    }
}
