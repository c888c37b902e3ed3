package org.anuyat.benchmarks.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a process keeps in its heap, by what its collections leave: what is garbage already doesn't count. */
public final class Garbage {

    private static final Pattern COLLECTION = Pattern.compile("Pause .* (\\d+)M->(\\d+)M\\(");

    private final Child process;
    private final Path log;
    private int seen;
    private long idle;

    /** @param log of the process, written by {@code -Xlog:gc} */
    public Garbage(Child process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Megabytes after a full collection, which this asks for. */
    public long idle() {
        try {
            Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
            Process asked = new ProcessBuilder(jcmd.toString(), String.valueOf(process.pid()), "GC.run").redirectErrorStream(true).start();
            asked.getInputStream().readAllBytes();
            asked.waitFor(1, TimeUnit.MINUTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        List<Long> left = left();
        seen = left.size();
        idle = left.get(seen - 1);
        return idle;
    }

    /** Most megabytes that a collection left since {@link #idle}; as many as then if there was none. */
    public long most() {
        List<Long> left = left();
        return left.subList(Math.min(seen, left.size()), left.size()).stream().mapToLong(Long::longValue).max().orElse(idle);
    }

    private List<Long> left() {
        try (var lines = Files.lines(log)) {
            return lines.map(COLLECTION::matcher).filter(Matcher::find).map(found -> Long.valueOf(found.group(2))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
