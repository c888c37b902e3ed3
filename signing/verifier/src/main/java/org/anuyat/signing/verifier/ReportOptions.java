package org.anuyat.signing.verifier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.anuyat.signing.verifier.report.Checked;
import org.anuyat.signing.verifier.report.JsonReport;
import org.anuyat.signing.verifier.report.Outcome;
import org.anuyat.signing.verifier.report.PdfReport;
import org.anuyat.signing.verifier.report.Table;
import org.anuyat.signing.verifier.usage.Language;
import org.anuyat.signing.verifier.usage.Misuse;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;

/** How the results are told, the same for every command. */
final class ReportOptions {

    @Spec(Spec.Target.MIXEE)
    @Nullable CommandSpec command;

    @Option(names = "--json", paramLabel = "FILE", descriptionKey = "verifier.option.json")
    @Nullable Path json;

    @Option(names = "--pdf", paramLabel = "FILE", descriptionKey = "verifier.option.pdf")
    @Nullable Path pdf;

    @Option(names = "--quiet", descriptionKey = "verifier.option.quiet")
    boolean quiet;

    /** Tells the results and returns the exit code. */
    int tell(String what, Instant at, List<String> trusted, List<Checked> all, List<Checked.Finding> hints) {
        if (!quiet) {
            new Table(language().texts()).print(all, hints, System.out);
        }
        if (json != null) {
            write(json, () -> JsonReport.write(json, what, at, trusted, all));
        }
        if (pdf != null) {
            write(pdf, () -> PdfReport.write(pdf, what, at, trusted, all));
        }
        return Outcome.of(all).exitCode();
    }

    private Language language() {
        return command != null && command.root().userObject() instanceof AnuyatVerify whole ? whole.language : Language.EN;
    }

    private static void write(Path file, Runnable writing) {
        try {
            writing.run();
        } catch (UncheckedIOException e) {
            throw new Misuse("verifier.use.unwritable", file, reason(e.getCause()));
        } catch (JacksonException e) {
            if (e.getCause() instanceof IOException cause) {
                throw new Misuse("verifier.use.unwritable", file, reason(cause));
            }
            throw e;
        }
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName();
    }
}
