package org.anuyat.journeys.running;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The Chromium of the machine, started once. Playwright downloads none. */
final class Chromium {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final List<String> ARGUMENTS =
            List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--lang=th");
    private static @Nullable Browser browser;

    private Chromium() {}

    static synchronized Browser started() {
        if (browser == null) {
            Path program = program();
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions().setExecutablePath(program).setArgs(ARGUMENTS));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        }
        return browser;
    }

    private static Path program() {
        return Stream.concat(
                        Stream.of(System.getProperty("anuyat.chromium"), System.getenv("ANUYAT_CHROMIUM")),
                        NAMES.stream())
                .filter(Objects::nonNull)
                .filter(name -> !name.isBlank())
                .flatMap(Chromium::places)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        """
                        No Chromium was found, and the journeys in the browser can't be tested without one.
                        Install it (on Debian and Ubuntu: apt-get install chromium), or name the program of a Chromium or Chrome \
                        in the environment variable ANUYAT_CHROMIUM. deploy/test installs what is missing where it may."""));
    }

    private static Stream<Path> places(String name) {
        return name.contains(File.separator)
                ? Stream.of(Path.of(name))
                : Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, name));
    }
}
