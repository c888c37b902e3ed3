package org.anuyat.journeys.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The all-in-one in a process of its own with its embedded PostgreSQL, as an operator runs it: started once for all journeys, and
 * killed and started again by those that are about that. Another address is taken from the system property
 * {@code anuyat.journeys.address}; such a server is neither started nor killed here.
 */
public final class RunningApplication {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static @Nullable RunningApplication shared;

    private final URI address;
    private final Path home;
    private final int port;
    private final int databasePort;
    private @Nullable Process process;

    private RunningApplication(URI address, Path home, int port, int databasePort) {
        this.address = address;
        this.home = home;
        this.port = port;
        this.databasePort = databasePort;
    }

    /** The one that all test classes share; it ends with the tests' process. */
    public static synchronized RunningApplication shared() {
        if (shared == null) {
            String elsewhere = System.getProperty("anuyat.journeys.address");
            shared = elsewhere == null ? onThisMachine() : new RunningApplication(URI.create(elsewhere), Path.of(""), 0, 0);
            shared.start();
        }
        return shared;
    }

    /** The address of a page, such as {@code /services}. */
    public String address(String path) {
        return address.resolve(path).toString();
    }

    /** Everything that the process and those before it have logged. */
    public String log() {
        try {
            return Files.exists(logFile()) ? Files.readString(logFile()) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The database, to look at what is kept in it. */
    public JdbcClient database() {
        try {
            String password = Files.readString(home.resolve("postgres").resolve("password")).strip();
            return JdbcClient.create(new DriverManagerDataSource(
                    "jdbc:postgresql://localhost:" + databasePort + "/anuyat", "anuyat", password));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kills the process and its database as a power failure does, without a chance to tidy up. */
    public void kill() {
        Process running = process;
        if (running == null) {
            throw new IllegalStateException("only a server that was started here can be killed: leave anuyat.journeys.address out");
        }
        List<ProcessHandle> all = new ArrayList<>(running.descendants().toList());
        all.add(0, running.toHandle());
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(one -> one.onExit().join());
    }

    /** Starts again what was killed. */
    public void startAgain() {
        start();
    }

    private static RunningApplication onThisMachine() {
        try (ServerSocket web = new ServerSocket(0); ServerSocket database = new ServerSocket(0)) {
            Path home = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "home-").toAbsolutePath();
            URI address = URI.create("http://localhost:" + web.getLocalPort());
            return new RunningApplication(address, home, web.getLocalPort(), database.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void start() {
        if (port == 0) {
            return;
        }
        try {
            // an argument file, because a class path can be longer than a command line may be
            Path arguments = home.resolve("java-arguments");
            Files.writeString(arguments, "-cp \"" + classPath().replace("\\", "\\\\") + "\"");
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                            "-Xmx768m",
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-Djava.awt.headless=true",
                            "@" + arguments,
                            "org.anuyat.allinone.Anuyat",
                            "--server.port=" + port,
                            "--anuyat.base-url=" + address,
                            "--anuyat.home=" + home,
                            "--anuyat.database.port=" + databasePort)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile().toFile()))
                    .start();
            process.toHandle().onExit();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            waitUntilReady(process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void waitUntilReady(Process started) {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest question = HttpRequest.newBuilder(URI.create(address("/actuator/health/readiness")))
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
        throw new IllegalStateException("The service did not start. Its log, " + logFile() + ", ends with:\n" + end(log()));
    }

    private static String classPath() {
        return Optional.ofNullable(System.getProperty("surefire.test.class.path")).orElse(System.getProperty("java.class.path"));
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

    private Path logFile() {
        return home.resolveSibling("application.log");
    }
}
