package org.anuyat.signing.verifier;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.anuyat.signing.verifier.report.Checked;
import org.anuyat.signing.verifier.report.JsonReport;
import org.anuyat.signing.verifier.report.Outcome;
import org.anuyat.signing.verifier.report.PdfReport;
import org.anuyat.signing.verifier.report.Table;
import org.anuyat.signing.verifier.report.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the results are told, the same for every command. */
final class ReportOptions {

    @Option(names = "--json", paramLabel = "FILE", description = "Write everything that was found out as JSON.")
    @Nullable Path json;

    @Option(names = "--pdf", paramLabel = "FILE", description = "Write a report as PDF, in Thai and English.")
    @Nullable Path pdf;

    @Option(names = "--language", paramLabel = "th|en", description = "Language of the table; en unless told.")
    Language language = Language.EN;

    @Option(names = "--quiet", description = "No table and no progress, only the exit code and the reports.")
    boolean quiet;

    /** Languages of the table. */
    enum Language {
        TH,
        EN
    }

    /** Tells the results and returns the exit code. */
    int tell(String command, Instant at, List<String> trusted, List<Checked> all) {
        if (!quiet) {
            new Table(language == Language.TH ? Texts.TH : Texts.EN).print(all, System.out);
        }
        if (json != null) {
            JsonReport.write(json, command, at, trusted, all);
        }
        if (pdf != null) {
            PdfReport.write(pdf, command, at, trusted, all);
        }
        return Outcome.of(all).exitCode();
    }
}
