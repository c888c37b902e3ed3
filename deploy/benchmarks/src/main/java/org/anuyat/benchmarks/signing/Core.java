package org.anuyat.benchmarks.signing;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/**
 * Measures by the processor time that this process takes, not by the clock: whoever else uses the machine changes less, and work on
 * several threads counts in full. Garbage collection counts too. A service runs for weeks and compiles its code in the first minutes: so it
 * is warmed up until the compiler has little left to do. What it still does counts.
 */
final class Core {

    private static final OperatingSystemMXBean PROCESS = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final CompilationMXBean COMPILER = ManagementFactory.getCompilationMXBean();
    private static final double MILLIS = TimeUnit.SECONDS.toMillis(1);
    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

    /** Of a round's time: above it the compiler hasn't done yet. */
    private static final double COMPILING = 0.05;
    private static final int MOST_TO_WARM_UP = 12;

    private final int rounds;
    private final double roundSeconds;
    private int done;

    /** @param roundSeconds of processor time that each round takes at least */
    Core(int rounds, double roundSeconds) {
        this.rounds = rounds;
        this.roundSeconds = roundSeconds;
    }

    /** Seconds of processor time so far. */
    static double seconds() {
        return PROCESS.getProcessCpuTime() / NANOS;
    }

    /** How often a second of one core does the work: the median of the rounds, after at least as many to warm up. */
    double perSecond(IntConsumer work) {
        warmUp(() -> round(work));
        double[] results = new double[rounds];
        Arrays.setAll(results, round -> round(work));
        Arrays.sort(results);
        return results[rounds / 2];
    }

    /** Does something until the compiler has settled for as many rounds as are measured, or a bound is reached; it sometimes rests for one. */
    void warmUp(Runnable round) {
        int settled = 0;
        for (int i = 0; i < rounds || rounds > 1 && settled < rounds && i < MOST_TO_WARM_UP * rounds; i++) {
            double begin = seconds();
            long before = COMPILER.getTotalCompilationTime();
            round.run();
            long compiled = COMPILER.getTotalCompilationTime() - before;
            boolean compiling = compiled / MILLIS > COMPILING * (seconds() - begin);
            settled = compiling ? 0 : settled + 1;
        }
    }

    private double round(IntConsumer work) {
        double begin = seconds();
        int before = done;
        while (seconds() - begin < roundSeconds) {
            work.accept(done++);
        }
        return (done - before) / (seconds() - begin);
    }
}
