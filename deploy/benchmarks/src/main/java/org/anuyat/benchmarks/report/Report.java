package org.anuyat.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import org.anuyat.benchmarks.load.Times;

/** A Markdown table, with every line beside its ceiling. */
public final class Report {

    private static final String HEAD =
            """
            | what | offered/s | p50 ms | p95 ms | p99 ms | errors | as much as goes, /s | ÷ ceiling |
            |---|--:|--:|--:|--:|--:|--:|--:|
            """;

    private final List<Line> lines = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Consumer<String> progress;

    /** @param progress is told each line as soon as it is there: whoever stops a run keeps what was measured */
    public Report(Consumer<String> progress) {
        this.progress = progress;
    }

    public void add(Line line) {
        lines.add(line);
        progress.accept(row(line));
    }

    /** A sentence below the table. */
    public void note(String text) {
        notes.add(text);
    }

    /** Whether everything was answered as expected. */
    public boolean faultless() {
        return lines.stream().allMatch(line -> line.errors().isEmpty());
    }

    public String text() {
        StringBuilder text = new StringBuilder(HEAD);
        lines.forEach(line -> text.append(row(line)).append('\n'));
        text.append('\n');
        lines.stream().filter(line -> line.aim() > 0 && line.times() != null).forEach(line -> text.append(aim(line)));
        notes.forEach(note -> text.append("- ").append(note).append('\n'));
        lines.forEach(line -> line.errors().forEach(
                (error, count) -> text.append("- errors in “%s”: %d × %s%n".formatted(line.name(), count, error))));
        return text.toString();
    }

    private String row(Line line) {
        Times times = line.times();
        String percentiles = times == null
                ? " |  |  |  | "
                : "%s | %s | %s | %s | %d".formatted(
                        number(line.rate()), number(times.millis(50)), number(times.millis(95)), number(times.millis(99)), times.errorCount());
        String throughput = line.throughput() == 0 ? "" : number(line.throughput());
        return "| %s | %s | %s | %s |".formatted(line.name(), percentiles, throughput, ratio(line));
    }

    private String ratio(Line line) {
        return lines.stream()
                .filter(other -> other.name().equals(line.ceiling()) && other.throughput() > 0 && line.throughput() > 0)
                .findFirst()
                .map(other -> String.format(Locale.ROOT, "%.3f of “%s”", line.throughput() / other.throughput(), other.name()))
                .orElse("");
    }

    private static String aim(Line line) {
        double reached = Objects.requireNonNull(line.times()).millis(95);
        return "- Aim for “%s”: p95 below %s ms at %s a second: **%s** (%s ms).%n".formatted(
                line.name(), number(line.aim()), number(line.rate()), reached < line.aim() ? "reached" : "missed", number(reached));
    }

    private static String number(double value) {
        return value >= 100 ? String.format(Locale.ROOT, "%,.0f", value) : String.format(Locale.ROOT, "%.1f", value);
    }
}
