package org.anuyat.benchmarks.load;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Two ways to offer load: at a rate, whatever the server does, for percentiles; and as much as goes, for throughput. */
public final class Load {

    /** What came of it. */
    public record Outcome(Times times, double perSecond) {}

    /** More at once than this means that the server has been overrun; what comes on top counts as an error. */
    private static final int MOST_AT_ONCE = 2_000;

    /** Few threads of our own: on two processors the JDK's default would start one for each answer. */
    public static final ExecutorService EXECUTOR = Executors.newFixedThreadPool(4, Load::daemon);

    private Load() {}

    /**
     * Begins so many a second, evenly, and never waits for answers (open injection). Each time is counted from the moment at
     * which the work was due, so a server that stands still can't hide it (no coordinated omission).
     */
    public static Outcome atRate(double perSecond, int count, Work work) {
        Times times = new Times();
        Semaphore room = new Semaphore(MOST_AT_ONCE);
        CountDownLatch open = new CountDownLatch(count);
        long begin = System.nanoTime();
        for (int index = 0; index < count; index++) {
            long due = begin + (long) (index * TimeUnit.SECONDS.toNanos(1) / perSecond);
            waitUntil(due);
            if (!room.tryAcquire()) {
                times.failed(new IllegalStateException("not sent: " + MOST_AT_ONCE + " others wait"));
                open.countDown();
                continue;
            }
            begin(work, index).whenComplete((answer, failure) -> {
                record(times, due, failure);
                room.release();
                open.countDown();
            });
        }
        await(open);
        return new Outcome(times, times.answers() * 1e9 / (System.nanoTime() - begin));
    }

    /** So many at a time, each followed by the next (closed loop), until the time is over or the work has run out. */
    public static Outcome asMuchAsGoes(int atOnce, Duration duration, int most, Work work) {
        Times times = new Times();
        AtomicInteger next = new AtomicInteger();
        CountDownLatch open = new CountDownLatch(atOnce);
        long begin = System.nanoTime();
        long end = begin + duration.toNanos();
        for (int i = 0; i < atOnce; i++) {
            again(work, next, most, end, times, open);
        }
        await(open);
        return new Outcome(times, times.answers() * 1e9 / (System.nanoTime() - begin));
    }

    private static void again(
            Work work, AtomicInteger next, int most, long end, Times times, CountDownLatch open) {
        int index = next.getAndIncrement();
        long now = System.nanoTime();
        if (index >= most || now >= end) {
            open.countDown();
            return;
        }
        // asynchronously, or answers that are there at once would nest without end
        begin(work, index).whenCompleteAsync((answer, failure) -> {
            record(times, now, failure);
            again(work, next, most, end, times, open);
        }, EXECUTOR);
    }

    private static CompletableFuture<?> begin(Work work, int index) {
        try {
            return work.begin(index);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static void record(Times times, long since, @Nullable Throwable failure) {
        if (failure == null) {
            times.answered(System.nanoTime() - since);
        } else {
            times.failed(failure);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "load");
        thread.setDaemon(true);
        return thread;
    }

    private static void waitUntil(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static void await(CountDownLatch open) {
        try {
            if (!open.await(5, TimeUnit.MINUTES)) {
                throw new IllegalStateException(open.getCount() + " answers did not come within 5 minutes");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
