package org.anuyat.journeys.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A server as an operator runs it: started, killed without warning, and started again. It ends with the tests' process. */
final class ServerProcess {

    private static final Duration PATIENCE = Duration.ofMinutes(6);

    private final List<String> command;
    private final URI address;
    private final Path log;
    private @Nullable Process process;

    ServerProcess(List<String> command, URI address, Path log) {
        this.command = command;
        this.address = address;
        this.log = log;
    }

    /** Everything that the process and those before it have logged. */
    String log() {
        try {
            return Files.exists(log) ? Files.readString(log) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it, and waits until it is ready. */
    void start() {
        try {
            Process started = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            process = started;
            Runtime.getRuntime().addShutdownHook(new Thread(started::destroy));
            waitUntilReady(started);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kills it and whatever it has started, as a power failure does, without a chance to tidy up. */
    void kill() {
        Process running = process;
        if (running == null) {
            throw new IllegalStateException("only a server that was started here can be killed: leave anuyat.journeys.address out");
        }
        List<ProcessHandle> all = new ArrayList<>(running.descendants().toList());
        all.add(0, running.toHandle());
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(one -> one.onExit().join());
    }

    /** Ends it as an operator does. */
    void stop() {
        Process running = process;
        if (running != null) {
            running.destroy();
            running.onExit().join();
        }
    }

    private void waitUntilReady(Process started) {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest question = HttpRequest.newBuilder(address.resolve("/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(10))
                .build();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end && started.isAlive()) {
            try {
                if (client.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // it doesn't listen before it is ready
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
            pause();
        }
        throw new IllegalStateException("The service did not start. Its log, " + log + ", ends with:\n" + end(log()));
    }

    private static String end(String log) {
        return log.substring(Math.max(0, log.length() - 4_000));
    }

    private static void pause() {
        try {
            Thread.sleep(250);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
