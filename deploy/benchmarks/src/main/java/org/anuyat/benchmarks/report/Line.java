package org.anuyat.benchmarks.report;

import java.util.Map;
import org.anuyat.benchmarks.load.Times;
import org.jspecify.annotations.Nullable;

/**
 * One line of the result.
 *
 * @param rate offered per second, at which the percentiles were taken
 * @param times at that rate; null for a ceiling that has a throughput only
 * @param throughput median of the rounds of as much as goes, per second; 0 when it was not measured
 * @param ceiling name of the line with which this one is compared; null for a ceiling
 * @param aim milliseconds within which 95 % shall be answered; 0 for none
 */
public record Line(String name, double rate, @Nullable Times times, double throughput, @Nullable String ceiling, double aim) {

    /** Errors, the ones of the warm-up excluded. */
    public Map<String, Integer> errors() {
        return times == null ? Map.of() : times.errors();
    }
}
