package org.anuyat.benchmarks;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anuyat.benchmarks.platform.Child;
import org.anuyat.benchmarks.platform.Database;

/** Starts what is measured, each as a process of its own with a log in the working folder. */
final class Processes {

    static final String CONFIRMATION_KEY = "a key that the load run knows, so that it knows one-time codes";

    private final Path libraries;
    private final Path folder;
    private final int databasePort = Child.freePort();

    Processes(Path libraries, Path folder) {
        this.libraries = libraries;
        this.folder = folder;
    }

    /** The all-in-one with its embedded database. */
    Child platform(List<String> settings) {
        int port = Child.freePort();
        List<String> java = Stream.of(
                        List.of("-Xmx1g", "-cp", libraries + "/*", "org.anuyat.allinone.Anuyat"),
                        List.of(
                                "--server.port=" + port,
                                "--anuyat.base-url=http://localhost:" + port,
                                "--anuyat.home=" + home(),
                                "--anuyat.database.port=" + databasePort,
                                "--anuyat.confirmation.key=" + CONFIRMATION_KEY),
                        settings)
                .flatMap(List::stream)
                .toList();
        return Child.start(java, port, "/actuator/health/readiness", folder.resolve("platform.log"));
    }

    /** The platform's database, once it runs. */
    Database database() {
        return Database.open(home(), databasePort);
    }

    private Path home() {
        return folder.resolve("home");
    }

    /**
     * An application of this program's own on the platform's libraries and its database. It has a log of its collected garbage.
     *
     * @param name of its logs
     */
    Child beside(String main, String readyPath, String name, Database database, List<String> settings) {
        int port = Child.freePort();
        String classes = Path.of(Benchmarks.class.getProtectionDomain().getCodeSource().getLocation().getPath()).toString();
        List<String> java = Stream.of(
                        List.of(
                                "-Xmx1g", "-Xlog:gc:file=" + gcLog(name), "-cp", classes + File.pathSeparator + withoutPlatform(), main,
                                "--server.port=" + port, "--spring.datasource.url=" + database.url(),
                                "--spring.datasource.username=" + Database.USER, "--spring.datasource.password=" + database.password(),
                                "--logging.level.root=warn"),
                        settings)
                .flatMap(List::stream)
                .toList();
        return Child.start(java, port, readyPath, folder.resolve(name + ".log"));
    }

    /** Where the garbage collections of {@link #beside} are logged. */
    Path gcLog(String name) {
        return folder.resolve(name + "-gc.log");
    }

    /** Everything but the all-in-one itself, whose rules for production mode meet every application on its class path. */
    private String withoutPlatform() {
        try (Stream<Path> files = Files.list(libraries)) {
            return files.map(Path::toString)
                    .filter(file -> file.endsWith(".jar") && !file.contains("all-in-one"))
                    .collect(Collectors.joining(File.pathSeparator));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
