package org.anuyat.signing.verifier;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.anuyat.signing.verifier.report.Checked;
import org.anuyat.signing.verifier.report.Outcome;
import org.anuyat.signing.verifier.usage.Misuse;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks exported audit records. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true)
final class AuditCommand implements Callable<Integer> {

    @Mixin
    ReportOptions reports = new ReportOptions();

    @Option(
            names = "--head",
            paramLabel = "HASH",
            descriptionKey = "verifier.option.head")
    @Nullable String head;

    @Option(
            names = "--contains",
            paramLabel = "HASH",
            descriptionKey = "verifier.option.contains")
    @Nullable String contains;

    @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "verifier.parameter.exports")
    List<Path> files = List.of();

    @Override
    public Integer call() {
        if (files.size() > 1 && (head != null || contains != null)) {
            throw new Misuse("verifier.use.one-chain");
        }
        List<Checked> all = new ArrayList<>();
        files.forEach(file -> all.add(check(file)));
        return reports.tell("audit", Clock.systemUTC().instant(), List.of(), all, List.of());
    }

    private Checked check(Path file) {
        Progress progress = new Progress(System.err, reports.quiet);
        AuditChain chain = new AuditChain(head, contains);
        // what is no UTF-8 any more was changed like any other byte: it is read, and its hash doesn't fit
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
            String line;
            while ((line = lines.readLine()) != null) {
                chain.add(line);
                progress.done(chain.count(), 0);
            }
        } catch (IOException e) {
            return new Checked(
                    file.toString(),
                    Outcome.UNKNOWN,
                    List.of(new Checked.Finding("verifier.file.unreadable")),
                    "",
                    null,
                    false,
                    Map.of("problem", e.toString()));
        }
        return chain.result(file.toString());
    }
}
