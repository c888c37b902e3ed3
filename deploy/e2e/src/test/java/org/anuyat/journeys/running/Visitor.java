package org.anuyat.journeys.running;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ViewportSize;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Somebody before a browser of their own: reads Thai, presses buttons, follows links, and looks at what the page says. */
public final class Visitor implements AutoCloseable {

    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final double PATIENCE = 45_000;

    private final RunningApplication application;
    private final BrowserContext context;
    private final String name;
    private final boolean script;
    private final List<String> complaints = new ArrayList<>();
    private Page page;
    private int pagesSeen;
    private volatile @Nullable CompletableFuture<Void> powerFailure;
    private @Nullable Response answer;

    Visitor(RunningApplication application, BrowserContext context, String name, boolean script) {
        this.application = application;
        this.context = context;
        this.name = name;
        this.script = script;
        context.setDefaultTimeout(PATIENCE);
        this.page = newPage();
    }

    /** What is in the window. */
    public Page page() {
        return page;
    }

    /** The part of the page between header and footer. */
    public Locator main() {
        return page.locator("main");
    }

    /** What the main part says. */
    public String text() {
        return main().innerText();
    }

    /** The status code of the page that is shown. */
    public int status() {
        return answer == null ? 0 : answer.status();
    }

    /** The path of the page that is shown. */
    public String path() {
        return page.url().replaceFirst("^[a-z]+://[^/]+", "");
    }

    /** Opens a path of the service, or an address as found in a letter or a code. */
    public Visitor open(String pathOrAddress) {
        return go(() -> page.navigate(pathOrAddress.startsWith("/") ? application.address(pathOrAddress) : pathOrAddress));
    }

    /** Presses the button of this name in the main part. */
    public Visitor press(String button) {
        return press(main(), button);
    }

    /** Presses the button of this name in a part of the page. */
    public Visitor press(Locator part, String button) {
        return go(part.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button).setExact(true))::click);
    }

    /** Follows the link whose name begins so. */
    public Visitor follow(String link) {
        return follow(main(), link);
    }

    /** Follows the link whose name begins so in a part of the page. */
    public Visitor follow(Locator part, String link) {
        return go(part.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(link)).first()::click);
    }

    /**
     * Does something while the power fails: the process and its database are killed so long after the browser began to send the
     * next form. When this returns the service is up again; what became of the step only the service knows.
     */
    public void losesPower(Duration after, Runnable step) {
        Consumer<Request> failure = request -> {
            if (request.method().equals("POST") && powerFailure == null) {
                powerFailure = CompletableFuture.runAsync(
                        application::kill, CompletableFuture.delayedExecutor(after.toMillis(), TimeUnit.MILLISECONDS));
            }
        };
        page.onRequest(failure);
        try {
            step.run();
        } catch (PlaywrightException | AssertionError lost) {
            assertThat(powerFailure).as("nothing was sent: " + lost).isNotNull();
        } finally {
            page.offRequest(failure);
        }
        assertThat(powerFailure).as("nothing was sent").isNotNull();
        powerFailure.join();
        powerFailure = null;
        application.startAgain();
    }

    /** Does what leads to another page, and waits until that is there. */
    public Visitor go(Runnable step) {
        int before = pagesSeen;
        step.run();
        page.waitForCondition(() -> pagesSeen > before || powerFailure != null && powerFailure.isDone());
        page.waitForLoadState(LoadState.DOMCONTENTLOADED);
        return this;
    }

    /** Answers a question by its label: types, chooses, ticks, or fills the three boxes of a day written as {@code 1 พ.ย. 2569}. */
    public Visitor answer(String question, String answer) {
        Answering.in(main(), question, answer);
        return this;
    }

    /** The box, the list or the first control that belongs to a question. */
    public Locator control(String question) {
        return main().getByLabel(Answering.words(question)).first();
    }

    /** Follows the link and returns the file that it leads to. */
    public byte[] download(String link) {
        Locator found = main().locator("a", new Locator.LocatorOptions().setHasText(link)).first();
        Download download = page.waitForDownload(found::click);
        try (InputStream content = download.createReadStream()) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The messages of the summary of errors; empty when there is none. */
    public List<String> problems() {
        return page.locator(".govuk-error-summary__list li").allInnerTexts();
    }

    /** Keeps a picture of the whole page, which must be one that everybody can use. */
    public Visitor picture(String title) {
        accessible(title);
        return photograph(title);
    }

    /** Keeps pictures of the page at a desk and on a phone, where nothing may lie right of the screen's edge. */
    public Visitor pictures(String title) {
        ViewportSize own = page.viewportSize();
        for (Device device : List.of(Device.DESK, Device.PHONE)) {
            page.setViewportSize(device.width, device.height);
            picture(title + "-" + device.width);
            assertThat(hasToScrollSideways()).as(title + " at " + device.width + " pixels").isFalse();
        }
        page.setViewportSize(own.width, own.height);
        return this;
    }

    /** Keeps a picture of the page as it happens to be. */
    Visitor photograph(String title) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + "-" + title + ".png")));
        return this;
    }

    /** Lets axe-core look at the page, which runs in it as a script. */
    public Visitor accessible(String title) {
        if (script) {
            assertThat(new AxeBuilder(page).analyze().getViolations())
                    .as(title)
                    .flatMap(rule -> rule.getNodes().stream()
                            .map(node -> rule.getId() + ": " + node.getHtml())
                            .toList())
                    .isEmpty();
        }
        return this;
    }

    /** Takes away what the browser knows the session by, which is as good as the end of the session at the server. */
    public Visitor loseSession() {
        context.clearCookies(new BrowserContext.ClearCookiesOptions().setName("anuyat"));
        return this;
    }

    /** Opens a second window of the same browser, in which this visitor goes on. The first is returned. */
    public Page secondWindow() {
        Page first = page;
        page = newPage();
        return first;
    }

    /** Goes back to a window that was left. */
    public Visitor backTo(Page window) {
        page = window;
        return this;
    }

    /** Whether something lies right of the screen's edge. */
    public boolean hasToScrollSideways() {
        return (Boolean) page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");
    }

    @Override
    public void close() {
        context.close();
        assertThat(complaints).as("what the browser of " + name + " complained about, such as a breach of the content security policy").isEmpty();
    }

    private Page newPage() {
        Page window = context.newPage();
        window.onFrameNavigated(frame -> pagesSeen += frame == window.mainFrame() ? 1 : 0);
        window.onResponse(response -> {
            if (response.request().isNavigationRequest() && frameOf(response) == window.mainFrame()) {
                answer = response;
            }
        });
        window.onPageError(complaints::add);
        window.onConsoleMessage(message -> {
            // a page with a status of 400 and more is reported as a failed resource too: those are asserted by the journeys
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                complaints.add(message.text());
            }
        });
        return window;
    }

    private static Frame frameOf(Response response) {
        return response.frame();
    }
}
