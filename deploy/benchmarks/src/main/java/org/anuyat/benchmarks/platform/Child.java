package org.anuyat.benchmarks.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Another Java process that serves HTTP, with a log of its own. */
public final class Child implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(4);

    private final Process process;
    private final URI base;

    private Child(Process process, URI base) {
        this.process = process;
        this.base = base;
    }

    /**
     * Starts it and waits until the path answers.
     *
     * @param java options, class path and main class
     * @throws IllegalStateException when it ends, or doesn't answer in time
     */
    public static Child start(List<String> java, int port, String readyPath, Path log) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(java);
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
            // a run that is stopped by hand leaves nothing behind
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            Child child = new Child(process, URI.create("http://localhost:" + port));
            child.awaitReady(readyPath, log);
            return child;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** A port that nobody uses at the moment. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReady(String path, Path log) throws InterruptedException {
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(5)).build();
        long end = System.nanoTime() + LONGEST_START.toNanos();
        while (System.nanoTime() < end) {
            if (!process.isAlive()) {
                throw new IllegalStateException("a process ended while starting; see " + log);
            }
            try {
                if (http.send(request, BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                // not listening yet
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        process.destroy();
        throw new IllegalStateException("no answer within " + LONGEST_START.toMinutes() + " minutes; see " + log);
    }

    /** Where it answers. */
    public URI base() {
        return base;
    }

    /** Its number at the operating system. */
    public long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
