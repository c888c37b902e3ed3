package org.anuyat.journeys.running;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.anuyat.testing.InstalledChromium;
import org.jspecify.annotations.Nullable;

/** The Chromium of the machine, started once. */
final class Chromium {

    private static @Nullable Browser browser;

    private Chromium() {}

    static synchronized Browser started() {
        if (browser == null) {
            List<String> arguments = new ArrayList<>(InstalledChromium.ARGUMENTS);
            arguments.add("--lang=th");
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(InstalledChromium.program())
                            .setArgs(arguments));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        }
        return browser;
    }
}
