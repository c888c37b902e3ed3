package org.anuyat.allinone.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A PostgreSQL server process that an earlier run left behind, or the file that says there was one. */
final class Postmaster {

    private static final Logger log = LoggerFactory.getLogger(Postmaster.class);
    private static final Duration FAST = Duration.ofSeconds(20);
    private static final Duration IMMEDIATE = Duration.ofSeconds(10);

    private Postmaster() {}

    /**
     * Stops the server that still runs on the cluster after its JVM was killed, and removes a stale {@code postmaster.pid}.
     *
     * @throws DatabaseUnavailable when the server does not stop
     */
    static void clearAway(Path cluster) throws IOException {
        Path pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        Optional<ProcessHandle> orphan = pid(pidFile).flatMap(ProcessHandle::of).filter(process -> serves(process, cluster));
        if (orphan.isPresent()) {
            log.info("Stopping the PostgreSQL that an earlier run left behind (process {})", orphan.get().pid());
            stop(orphan.get());
        } else {
            log.info("Removing a stale {}", pidFile);
        }
        Files.deleteIfExists(pidFile);
    }

    private static Optional<Long> pid(Path pidFile) throws IOException {
        List<String> lines = Files.readAllLines(pidFile);
        try {
            return lines.isEmpty() ? Optional.empty() : Optional.of(Long.parseLong(lines.get(0).strip()));
        } catch (NumberFormatException e) {
            // cut short by a power failure
            return Optional.empty();
        }
    }

    /** A process number is used again by anything, in containers soon; and a zombie still counts as alive. */
    private static boolean serves(ProcessHandle process, Path cluster) {
        return process.isAlive()
                && process.info().command().filter(c -> Path.of(c).getFileName().toString().startsWith("postgres")).isPresent()
                && process.info().commandLine().filter(line -> line.contains(cluster.toString())).isPresent();
    }

    /** SIGTERM would wait for clients to leave; "fast" and "immediate" have signals for which Java has no method. */
    private static void stop(ProcessHandle process) throws IOException {
        signal("-INT", process);
        if (gone(process, FAST)) {
            return;
        }
        signal("-QUIT", process);
        if (!gone(process, IMMEDIATE)) {
            throw new DatabaseUnavailable(
                    "A PostgreSQL of an earlier run (process " + process.pid() + ") does not stop.", "End that process.");
        }
    }

    private static void signal(String signal, ProcessHandle process) throws IOException {
        try {
            new ProcessBuilder("kill", signal, String.valueOf(process.pid())).inheritIO().start().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean gone(ProcessHandle process, Duration within) {
        try {
            process.onExit().get(within.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            // a zombie has no command any more, and holds nothing
            return process.info().command().isEmpty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
