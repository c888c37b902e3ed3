package org.anuyat.benchmarks.load;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** How long answers took, and what went wrong. Safe for several threads. */
public final class Times {

    private static final long LONGEST = TimeUnit.MINUTES.toMicros(5);
    private static final double MICROS = 1_000;

    private final Histogram micros = new Histogram(LONGEST, 3);
    private final Map<String, Integer> errors = new TreeMap<>();

    /** Counts an answer. */
    public synchronized void answered(long nanos) {
        micros.recordValue(Math.min(LONGEST, Math.max(0, TimeUnit.NANOSECONDS.toMicros(nanos))));
    }

    /** Counts something that went wrong; it has no place among the times. */
    public synchronized void failed(Throwable failure) {
        Throwable cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        errors.merge(String.valueOf(cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage()), 1, Integer::sum);
    }

    /** Milliseconds within which so many percent of the answers came. */
    public synchronized double millis(double percentile) {
        return micros.getValueAtPercentile(percentile) / MICROS;
    }

    /** Answers that were right. */
    public synchronized long answers() {
        return micros.getTotalCount();
    }

    /** What went wrong, and how often. */
    public synchronized Map<String, Integer> errors() {
        return Map.copyOf(errors);
    }

    /** How often something went wrong. */
    public synchronized int errorCount() {
        return errors.values().stream().mapToInt(Integer::intValue).sum();
    }
}
