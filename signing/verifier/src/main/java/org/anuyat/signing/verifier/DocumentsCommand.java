package org.anuyat.signing.verifier;

import java.io.IOException;
import java.io.UncheckedIOException;
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
import org.anuyat.signing.verifier.usage.Misuse;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks PDF documents under the strict policy. */
@Command(
        name = "documents",
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
            descriptionKey = "verifier.option.at")
    @Nullable Instant at;

    @Option(names = "--etsi", descriptionKey = "verifier.option.etsi")
    boolean etsi;

    @Option(names = "--threads", paramLabel = "NUMBER", descriptionKey = "verifier.option.threads")
    int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--time-limit", paramLabel = "SECONDS", descriptionKey = "verifier.option.time-limit")
    int seconds = 60;

    @Option(names = "--largest", paramLabel = "MEGABYTES", descriptionKey = "verifier.option.largest")
    int megabytes = 64;

    @Parameters(arity = "1..*", paramLabel = "PATH", descriptionKey = "verifier.parameter.documents")
    List<Path> paths = List.of();

    @Override
    public Integer call() throws Exception {
        requirePositive("--threads", threads);
        requirePositive("--time-limit", seconds);
        requirePositive("--largest", megabytes);
        trust.prepare();
        List<String> trusted = trust.described();
        List<Path> files = files();
        if (files.isEmpty()) {
            throw new Misuse("verifier.use.no-documents");
        }
        Instant now = at == null ? Clock.systemUTC().instant() : at;
        Examination examination =
                new Examination(trust::verifier, new Bounds(2_000, 64, 8 * megabytes * MEGABYTE));
        DocumentCheck check = new DocumentCheck(
                examination, now, etsi, megabytes * MEGABYTE, Duration.ofSeconds(seconds));
        List<Checked> all = checked(files, check);
        return reports.tell("documents", now, trusted, all, trust.hints(all));
    }

    private static void requirePositive(String option, int value) {
        if (value < 1) {
            throw new Misuse("verifier.use.value", value, option);
        }
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
                } catch (UncheckedIOException e) {
                    throw new Misuse("verifier.use.folder", e.getCause().getMessage());
                }
            } else {
                files.add(path);
            }
        }
        return files;
    }
}
