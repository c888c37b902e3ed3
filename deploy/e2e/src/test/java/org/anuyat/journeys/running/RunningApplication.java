package org.anuyat.journeys.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    private static @Nullable RunningApplication shared;

    private final URI address;
    private final Path home;
    private final int databasePort;
    private final @Nullable ServerProcess process;

    private RunningApplication(URI address, Path home, int databasePort, @Nullable ServerProcess process) {
        this.address = address;
        this.home = home;
        this.databasePort = databasePort;
        this.process = process;
    }

    /** The one that all test classes share; it ends with the tests' process. */
    public static synchronized RunningApplication shared() {
        if (shared == null) {
            String elsewhere = System.getProperty("anuyat.journeys.address");
            shared = elsewhere == null
                    ? onThisMachine("application", freePort(), Map.of())
                    : new RunningApplication(URI.create(elsewhere), Path.of(""), 0, null);
        }
        return shared;
    }

    /** Another one with settings of its own, which is to be stopped by whoever wants it. */
    static RunningApplication onThisMachine(String name, int port, Map<String, String> settings) {
        try {
            Path home = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "home-").toAbsolutePath();
            int databasePort = freePort();
            // an argument file, because a class path can be longer than a command line may be
            Path arguments = home.resolve("java-arguments");
            Files.writeString(arguments, "-cp \"" + classPath().replace("\\", "\\\\") + "\"");
            URI address = URI.create("http://localhost:" + port);
            List<String> command = new ArrayList<>(List.of(
                    java(),
                    "-Xmx768m",
                    "-XX:+UseSerialGC",
                    // it lives for minutes: thorough compiling would cost more than it saves, even with RSA computed by slower code
                    "-XX:TieredStopAtLevel=1",
                    "-Djava.awt.headless=true",
                    "@" + arguments,
                    "org.anuyat.allinone.Anuyat",
                    "--server.port=" + port,
                    "--anuyat.base-url=" + address,
                    "--anuyat.home=" + home,
                    "--anuyat.database.port=" + databasePort));
            settings.forEach((setting, value) -> command.add("--" + setting + "=" + value));
            ServerProcess process = new ServerProcess(command, address, home.resolveSibling(name + "-" + port + ".log"));
            process.start();
            return new RunningApplication(address, home, databasePort, process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address of a page, such as {@code /services}. */
    public String address(String path) {
        return address.resolve(path).toString();
    }

    /** Everything that the process and those before it have logged. */
    public String log() {
        return process == null ? "" : process.log();
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
        mine().kill();
    }

    /** Starts again what was killed. */
    public void startAgain() {
        mine().start();
    }

    void stop() {
        mine().stop();
    }

    private ServerProcess mine() {
        if (process == null) {
            throw new IllegalStateException("only a server that was started here can be killed: leave anuyat.journeys.address out");
        }
        return process;
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    static int freePort() {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String classPath() {
        return Optional.ofNullable(System.getProperty("surefire.test.class.path")).orElse(System.getProperty("java.class.path"));
    }
}
