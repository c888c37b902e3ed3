package org.anuyat.testing;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The Chromium of the machine, in which pages are tested: none is downloaded. */
public final class InstalledChromium {

    /** With these it runs as any user, opens no ports of its own and asks nobody for news. */
    public static final List<String> ARGUMENTS =
            List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking");

    /** The program without windows draws the same pages with a fifth less of everything; the others do as well. */
    private static final List<String> NAMES = List.of("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome");

    private InstalledChromium() {}

    /**
     * The program: the one that the system property {@code anuyat.chromium} or the environment variable {@code ANUYAT_CHROMIUM}
     * names, else the first that is found on the path.
     *
     * @throws IllegalStateException if there is none
     */
    public static Path program() {
        return Stream.concat(
                        Stream.of(System.getProperty("anuyat.chromium"), System.getenv("ANUYAT_CHROMIUM")),
                        NAMES.stream())
                .filter(Objects::nonNull)
                .filter(name -> !name.isBlank())
                .flatMap(InstalledChromium::places)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        """
                        No Chromium was found, and pages can't be tested without one.
                        Install it (on Debian: apt-get install chromium-headless-shell), or name the program of a Chromium or Chrome \
                        in the environment variable ANUYAT_CHROMIUM. deploy/test installs what is missing where it may."""));
    }

    private static Stream<Path> places(String name) {
        return name.contains(File.separator)
                ? Stream.of(Path.of(name))
                : Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, name));
    }
}
