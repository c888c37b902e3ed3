package org.anuyat.benchmarks;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the run is asked for.
 *
 * @param seconds of each load at a rate
 * @param rounds of each load of as much as goes, whose median counts
 * @param roundSeconds of each of them
 * @param submissionRate submissions a second
 * @param threads of the engine's jobs in the platform, which prepare documents while it is measured
 * @param payments the payments adapter instead of pages and submissions
 * @param records payments in the end-of-day file; its line numbers have six digits, so 999,997 at most
 */
record Options(int seconds, int rounds, int roundSeconds, double submissionRate, int threads, boolean payments, int records) {

    static final String HELP =
            """
            Usage: deploy/benchmarks/run [--quick] [--rate=50] [--seconds=20] [--rounds=3] [--job-threads=2] [--keep]
                   deploy/benchmarks/run --payments [--quick] [--records=999997] [--seconds=20] [--rounds=3] [--keep]

            Builds what is missing, starts the platform with an embedded PostgreSQL of its own in a temporary folder on free ports,
            loads it, prints a table, and removes everything again. Takes about six minutes.

              --rate=N         submissions a second (50)
              --seconds=N      how long each load at a rate lasts (20)
              --rounds=N       rounds of as much as goes; their median counts (3)
              --job-threads=N  threads of the platform that prepare documents meanwhile (its default)
              --payments       QR codes, banks' callbacks and an end-of-day file instead (about eight minutes)
              --records=N      payments in that file (999997)
              --quick          5 seconds, 1 round: to see that it works, not to quote
              --keep           keeps the temporary folder with the logs
              --help           this

            Needs a JDK 17 or newer, and Maven for the first build. pgbench and openssl give two more ceilings where they are installed.
            """;

    static Options of(String[] arguments) {
        Map<String, String> given = Arrays.stream(arguments)
                .map(argument -> argument.replaceFirst("^--", "").split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair.length > 1 ? pair[1] : ""));
        boolean quick = given.containsKey("quick");
        return new Options(
                Integer.parseInt(given.getOrDefault("seconds", quick ? "5" : "20")),
                Integer.parseInt(given.getOrDefault("rounds", quick ? "1" : "3")),
                quick ? 2 : 4,
                Double.parseDouble(given.getOrDefault("rate", "50")),
                Integer.parseInt(given.getOrDefault("job-threads", "0")),
                given.containsKey("payments"),
                Integer.parseInt(given.getOrDefault("records", quick ? "50000" : "999997")));
    }
}
