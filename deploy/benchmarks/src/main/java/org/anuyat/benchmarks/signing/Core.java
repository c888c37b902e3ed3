package org.anuyat.benchmarks.signing;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/**
 * Measures by the processor time that this process takes, not by the clock: whoever else uses the machine changes less, and work on
 * several threads counts in full. Garbage collection and compilation count too.
 */
final class Core {

    private static final OperatingSystemMXBean PROCESS = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

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

    /** How often a second of one core does the work: the median of the rounds, after as many to warm up. */
    double perSecond(IntConsumer work) {
        for (int i = 0; i < rounds; i++) {
            round(work);
        }
        double[] results = new double[rounds];
        Arrays.setAll(results, round -> round(work));
        Arrays.sort(results);
        return results[rounds / 2];
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
