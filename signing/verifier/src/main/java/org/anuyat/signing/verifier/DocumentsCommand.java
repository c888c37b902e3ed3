package org.anuyat.signing.verifier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.anuyat.signing.validation.Bounds;
import org.anuyat.signing.validation.Examination;
import org.anuyat.signing.verifier.report.Checked;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks PDF documents under the strict policy. */
@Command(
        name = "documents",
        description = "Checks permits and other sealed PDF documents under the strict policy.",
        mixinStandardHelpOptions = true)
final class DocumentsCommand implements Callable<Integer> {

    private static final long MEGABYTE = 1024 * 1024;

    @Mixin
    TrustOptions trust = new TrustOptions();

    @Mixin
    ReportOptions reports = new ReportOptions();

    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            description = "The time for which to check, such as 2026-11-20T00:00:00Z; now unless told.")
    @Nullable Instant at;

    @Option(names = "--etsi", description = "Put the full ETSI TS 119 102-2 report into the JSON.")
    boolean etsi;

    @Option(names = "--threads", description = "How many documents at once; as many as there are processors unless told.")
    int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--time-limit", description = "Seconds for one document; 60 unless told.")
    int seconds = 60;

    @Option(names = "--largest", description = "Megabytes of the largest document; 64 unless told.")
    int megabytes = 64;

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "PDF files, and folders of them with all below.")
    List<Path> paths = List.of();

    @Override
    public Integer call() throws Exception {
        List<String> trusted = trust.described();
        List<Path> files = files();
        if (files.isEmpty()) {
            throw new IllegalStateException("No PDF file was found");
        }
        Instant now = at == null ? Clock.systemUTC().instant() : at;
        Examination examination =
                new Examination(trust::verifier, new Bounds(2_000, 64, 8 * megabytes * MEGABYTE));
        DocumentCheck check = new DocumentCheck(
                examination, now, etsi, megabytes * MEGABYTE, Duration.ofSeconds(seconds));
        return reports.tell("documents", now, trusted, checked(files, check));
    }

    private List<Checked> checked(List<Path> files, DocumentCheck check) throws Exception {
        Progress progress = new Progress(System.err, reports.quiet);
        AtomicLong done = new AtomicLong();
        ExecutorService pool = Executors.newFixedThreadPool(Math.max(threads, 1));
        try {
            List<Callable<Checked>> work = new ArrayList<>();
            for (Path file : files) {
                work.add(() -> {
                    Checked checked = check.check(file);
                    progress.done(done.incrementAndGet(), files.size());
                    return checked;
                });
            }
            List<Checked> all = new ArrayList<>();
            for (var one : pool.invokeAll(work)) {
                all.add(one.get());
            }
            return all;
        } finally {
            pool.shutdownNow();
        }
    }

    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                try (Stream<Path> below = Files.walk(path)) {
                    below.filter(Files::isRegularFile)
                            .filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".pdf"))
                            .sorted()
                            .forEach(files::add);
                }
            } else {
                files.add(path);
            }
        }
        return files;
    }
}
