package org.anuyat.payments.service.kills;

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
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The adapter in a process of its own, which can be killed without warning and started again. */
final class AdapterProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final int port;
    private final List<String> command = new ArrayList<>();
    private final Path log;
    private final Path temporary;
    private Process process;

    AdapterProcess(int port, Map<String, String> settings) {
        this.port = port;
        try {
            Path home = Files.createDirectories(Path.of("target", "kills"));
            log = home.resolve("adapter-" + port + ".log");
            temporary = Files.createDirectories(home.resolve("temporary-" + port)).toAbsolutePath();
            // an argument file, because a class path can be longer than a command line may be
            Path arguments = home.resolve("java-arguments-" + port);
            Files.writeString(arguments, "-cp \"" + classPath().replace("\\", "\\\\") + "\"");
            command.addAll(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Djava.io.tmpdir=" + temporary, "@" + arguments,
                    "org.anuyat.payments.service.PaymentsService", "--server.port=" + port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        settings.forEach((name, value) -> command.add("--" + name + "=" + value));
        start();
    }

    private static String classPath() {
        return Optional.ofNullable(System.getProperty("surefire.test.class.path")).orElse(System.getProperty("java.class.path"));
    }

    URI url() {
        return URI.create("http://localhost:" + port);
    }

    void start() {
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        HttpRequest ready = HttpRequest.newBuilder(url().resolve("/actuator/health/readiness")).build();
        HttpClient client = HttpClient.newHttpClient();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            try {
                if (client.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // it doesn't listen yet
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            pause();
        }
        throw new IllegalStateException("the adapter did not start, see " + log);
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What it has put into files that were to be gone when it ends. */
    List<String> leftBehind() {
        try (Stream<Path> files = Files.walk(temporary)) {
            return files.filter(Files::isRegularFile).map(Path::toString).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIGKILL: no hook runs, nothing is tidied up. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
