package org.anuyat.payments.service;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;

/**
 * Does the chores from start to stop of the process, each on threads of its own: a bank that doesn't answer must not hold up the notices.
 */
@PaymentsPart("paymentsHeartbeat")
@ConditionalOnProperty(prefix = "anuyat.payments", name = "work", matchIfMissing = true)
class Heartbeat implements SmartLifecycle, Nudge {

    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);
    private static final int STOP_SECONDS = 15;

    private final ObjectProvider<Chore> chores;
    private final PaymentsSettings settings;
    private volatile @Nullable ExecutorService threads;
    private volatile Map<Chore, Semaphore> nudges = Map.of();

    Heartbeat(ObjectProvider<Chore> chores, PaymentsSettings settings) {
        this.chores = chores;
        this.settings = settings;
    }

    @Override
    public void start() {
        Map<Chore, Semaphore> all = chores.orderedStream()
                .collect(Collectors.toMap(chore -> chore, chore -> new Semaphore(0), (some, other) -> some, LinkedHashMap::new));
        ExecutorService started = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "payments-work");
            thread.setDaemon(true);
            return thread;
        });
        threads = started;
        nudges = all;
        all.forEach((chore, nudge) -> {
            for (int hand = 0; hand < chore.hands(); hand++) {
                started.execute(() -> repeat(chore, nudge));
            }
        });
    }

    private void repeat(Chore chore, Semaphore nudge) {
        while (threads != null) {
            try {
                if (!doOne(chore)) {
                    nudge.tryAcquire(settings.workEvery().toMillis(), TimeUnit.MILLISECONDS);
                    nudge.drainPermits();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** A failure (the database is away, say) is a pause: the work stays in the database. */
    private static boolean doOne(Chore chore) {
        try {
            return chore.doOne();
        } catch (RuntimeException e) {
            if (!Thread.currentThread().isInterrupted()) {
                LOG.warn("{} failed and will be tried again", chore.getClass().getSimpleName(), e);
            }
            return false;
        }
    }

    @Override
    public void now() {
        nudges.forEach((chore, nudge) -> nudge.release(chore.hands()));
    }

    @Override
    public void now(Chore.Kind kind) {
        nudges.forEach((chore, nudge) -> {
            if (chore.kind() == kind) {
                nudge.release();
            }
        });
    }

    @Override
    public void stop() {
        ExecutorService stopping = threads;
        threads = null;
        if (stopping == null) {
            return;
        }
        // what is under way may end: cut off, it would wait for its lease to run out
        now();
        stopping.shutdown();
        try {
            if (!stopping.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("Work on payments didn't stop within {} s; what it was at stays in the database", STOP_SECONDS);
                stopping.shutdownNow();
            }
        } catch (InterruptedException e) {
            stopping.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return threads != null;
    }
}
