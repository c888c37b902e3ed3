package org.anuyat.signing.verifier;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.anuyat.signing.verifier.report.Checked;
import org.anuyat.signing.verifier.report.Outcome;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks exported audit records. */
@Command(
        name = "audit",
        description = "Checks chains of audit records, as the back office exports them (JSON Lines).",
        mixinStandardHelpOptions = true)
final class AuditCommand implements Callable<Integer> {

    @Mixin
    ReportOptions reports = new ReportOptions();

    @Option(
            names = "--head",
            paramLabel = "HASH",
            description = "The hash with which the chain must end, known from elsewhere: without it nobody can tell "
                    + "whether records at the end are missing.")
    @Nullable String head;

    @Option(
            names = "--contains",
            paramLabel = "HASH",
            description = "A hash that the chain must contain, such as that of an older export.")
    @Nullable String contains;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Exports, each of one agency.")
    List<Path> files = List.of();

    @Override
    public Integer call() {
        if (files.size() > 1 && (head != null || contains != null)) {
            throw new IllegalStateException("--head and --contains go with one file only");
        }
        List<Checked> all = new ArrayList<>();
        files.forEach(file -> all.add(check(file)));
        return reports.tell("audit", Clock.systemUTC().instant(), List.of(), all);
    }

    private Checked check(Path file) {
        Progress progress = new Progress(System.err, reports.quiet);
        AuditChain chain = new AuditChain(head, contains);
        try (BufferedReader lines = Files.newBufferedReader(file)) {
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
