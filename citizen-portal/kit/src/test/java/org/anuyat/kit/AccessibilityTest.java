package org.anuyat.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.anuyat.kit.sample.Sample;
import org.anuyat.testing.InstalledChromium;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Opens pages in the Chromium of the distribution, on a phone and on a desk. */
@SpringBootTest(classes = Sample.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class AccessibilityTest {

    private static Playwright playwright;
    private static Browser browser;

    @LocalServerPort
    private int port;

    @BeforeAll
    static void start() {
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(InstalledChromium.program())
                .setArgs(InstalledChromium.ARGUMENTS));
    }

    @AfterAll
    static void stop() {
        browser.close();
        playwright.close();
    }

    @ParameterizedTest
    @CsvSource({"/sample?lang=th, 360", "/sample?lang=en, 360", "/sample?lang=th, 1280", "/sample?lang=en, 1280", "/nowhere?lang=th, 360"})
    void axeFindsNothingAndNothingIsWiderThanTheScreen(String path, int width) {
        List<String> complaints = new ArrayList<>();
        try (Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(width, 800))) {
            page.onConsoleMessage(message -> {
                if (message.type().equals("error") && !message.text().contains("404")) {
                    complaints.add(message.text());
                }
            });
            page.onPageError(complaints::add);
            page.navigate("http://localhost:" + port + path);
            assertThat(page.locator("body.js-enabled.govuk-frontend-supported").count()).as("script runs").isEqualTo(1);
            assertThat(page.evaluate("document.documentElement.scrollWidth")).as("width").isEqualTo(width);
            assertThat(new AxeBuilder(page).analyze().getViolations())
                    .flatMap(rule -> rule.getNodes().stream().map(node -> rule.getId() + ": " + node.getHtml()).toList()).isEmpty();
        }
        assertThat(complaints).as("complaints of the browser, such as a breach of the content security policy").isEmpty();
    }
}
