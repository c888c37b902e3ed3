package org.anuyat.benchmarks;

import java.time.Duration;
import java.util.stream.IntStream;
import org.anuyat.benchmarks.load.Load;
import org.anuyat.benchmarks.load.Load.Outcome;
import org.anuyat.benchmarks.load.Work;
import org.anuyat.benchmarks.report.Line;
import org.jspecify.annotations.Nullable;

/** One page, measured as every other: warmed up, at its rate for the percentiles, then as much as goes. */
final class Measurement {

    static final int AT_ONCE = 16;

    private static final Duration WARM_UP = Duration.ofSeconds(5);

    private final Options options;

    Measurement(Options options) {
        this.options = options;
    }

    Line of(String name, double rate, Work work, @Nullable String ceiling, double aim) {
        requireRight(name, Load.asMuchAsGoes(AT_ONCE, WARM_UP, Integer.MAX_VALUE, work));
        Outcome steady = Load.atRate(rate, (int) (rate * options.seconds()), work);
        return new Line(name, rate, steady.times(), throughput(work), ceiling, aim);
    }

    private double throughput(Work work) {
        double[] rounds = IntStream.range(0, options.rounds())
                .mapToDouble(round -> Load.asMuchAsGoes(
                                AT_ONCE, Duration.ofSeconds(options.roundSeconds()), Integer.MAX_VALUE, work)
                        .perSecond())
                .sorted()
                .toArray();
        return rounds[rounds.length / 2];
    }

    /** A run in which the page isn't served at all measures nothing. */
    static void requireRight(String name, Outcome outcome) {
        if (outcome.times().answers() == 0) {
            throw new IllegalStateException(name + ": " + outcome.times().errors());
        }
    }
}
