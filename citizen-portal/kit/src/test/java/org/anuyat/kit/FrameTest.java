package org.anuyat.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.anuyat.kit.sample.Browsing;
import org.anuyat.kit.sample.Sample;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(classes = Sample.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class FrameTest {

    @LocalServerPort
    private int port;

    private Browsing reader;

    @BeforeEach
    void open() {
        reader = new Browsing(port);
    }

    @Test
    void pagesAreThaiUntilTheReaderChoosesEnglish() throws Exception {
        assertThat(Browsing.page(reader.get("/sample")).select("html").attr("lang")).isEqualTo("th");
        Document english = Browsing.page(reader.get("/sample?sort=number&lang=en"));
        assertThat(english.select("html").attr("lang")).isEqualTo("en");
        assertThat(english.select(".kit-languages a[lang=th]").attr("href")).isEqualTo("/sample?sort=number&lang=th");
        assertThat(Browsing.page(reader.get("/sample")).select("html").attr("lang")).as("remembered").isEqualTo("en");
        assertThat(Browsing.page(reader.get("/sample?lang=xx")).select("html").attr("lang")).as("not spoken").isEqualTo("en");
    }

    @Test
    void aCookieOfAnUnknownLanguageCountsAsNone() throws Exception {
        assertThat(Browsing.page(reader.get("/sample", "Cookie", "language=<x>; other=1")).select("html").attr("lang")).isEqualTo("th");
    }

    @Test
    void theTitleSaysWhenThereIsAnError() throws Exception {
        assertThat(Browsing.page(reader.get("/sample")).title())
                .isEqualTo("ข้อผิดพลาด: หน้าตัวอย่างของทุกส่วน - ระบบขออนุญาตประกอบกิจการออนไลน์");
    }

    @Test
    void everyErrorOfTheSummaryLeadsToAControl() throws Exception {
        Document page = Browsing.page(reader.get("/sample"));
        assertThat(page.select(".govuk-error-summary__list a")).hasSize(2)
                .allSatisfy(link -> assertThat(page.select(link.attr("href")).is("input, select, textarea")).isTrue());
    }

    @Test
    void thePageSaysWhoIsSignedInAndHowToSignOut() throws Exception {
        Document page = Browsing.page(reader.get("/sample"));
        assertThat(page.select(".kit-visitor").text()).contains("สมหญิง");
        assertThat(page.select("form[action=/sign-out][method=post] input[name=_csrf]").attr("value")).isNotEmpty();
        assertThat(page.select(".kit-nav a[aria-current=page]").text()).isEqualTo("บริการ");
    }

    @Test
    void demonstrationsSayThatNothingHasLegalEffect() throws Exception {
        assertThat(Browsing.page(reader.get("/sample")).select(".kit-banner").text()).contains("ไม่มีผลทางกฎหมาย");
    }

    @Test
    void nothingOnThePageIsInline() throws Exception {
        Document page = Browsing.page(reader.get("/sample"));
        assertThat(page.select("script:not([src]), style, [style], [onclick], [onsubmit], [onload]")).isEmpty();
    }

    @Test
    void everythingIsAnsweredWithTheHeadersThatForbidWhatNoPageNeeds() throws Exception {
        for (String path : new String[] {"/sample", "/nowhere", "/assets/kit/kit.css", "/api/nowhere", "/fails"}) {
            HttpResponse<String> response = reader.get(path);
            assertThat(response.headers().firstValue("Content-Security-Policy")).as(path).contains(
                    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
                            + "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'");
            assertThat(response.headers().allValues("X-Content-Type-Options")).as(path).containsExactly("nosniff");
            assertThat(response.headers().firstValue("Referrer-Policy")).as(path).contains("same-origin");
            assertThat(response.headers().firstValue("Permissions-Policy")).as(path).isPresent();
        }
    }

    @Test
    void filesBearTheHashOfTheirContentAndAreKeptForAYear() throws Exception {
        String css = Browsing.page(reader.get("/sample")).select("link[rel=stylesheet]").attr("href");
        assertThat(css).matches("/assets/kit/kit-[0-9a-f]{32}\\.css");
        HttpResponse<String> response = reader.get(css, "Accept-Encoding", "gzip");
        assertThat(response.headers().firstValue("Cache-Control").orElseThrow()).contains("max-age=31536000");
        assertThat(response.headers().firstValue("Content-Encoding")).contains("gzip");
    }

    @Test
    void nothingOfGovUksOwnIsServed() throws Exception {
        String css = reader.get("/assets/kit/kit.css").body();
        assertThat(css).contains("Sarabun", ".govuk-button").doesNotContain("GDS Transport", "crest", "#1d70b8");
        assertThat(css.replaceAll("fonts/sarabun", "").split("url\\(")).as("only our fonts are loaded").hasSize(5);
    }

    @Test
    void theFirstViewIsSmall() throws Exception {
        Document page = Browsing.page(reader.get("/sample"));
        int files = 0;
        for (String file : page.select("link[rel=stylesheet], script, link[rel=preload]").eachAttr("href")) {
            files += file.isEmpty() ? 0 : size(file);
        }
        files += size(page.select("script").attr("src"));
        assertThat(files + size("/sample")).as("bytes sent").isLessThan(70_000);
    }

    private int size(String path) throws Exception {
        java.net.HttpURLConnection connection =
                (java.net.HttpURLConnection) java.net.URI.create("http://localhost:" + port + path).toURL().openConnection();
        connection.setRequestProperty("Accept-Encoding", "gzip");
        try (java.io.InputStream body = connection.getInputStream()) {
            return body.readAllBytes().length;
        }
    }

    @Test
    void theLanguageOfAnAnswerToAFormLeadsToThePageThatItWasSentFrom() throws Exception {
        Document refused = Browsing.page(reader.post("/upload", "_csrf=old", "Content-Type", "application/x-www-form-urlencoded",
                "Accept", "text/html", "Referer", "http://localhost/sample?page=2"));
        assertThat(refused.select(".kit-languages a[lang=en]").attr("href")).startsWith("/sample").endsWith("?lang=en");
        Document foreign = Browsing.page(reader.post("/upload", "_csrf=old", "Content-Type", "application/x-www-form-urlencoded",
                "Accept", "text/html", "Referer", "https://elsewhere.example/sample"));
        assertThat(foreign.select(".kit-languages a[lang=en]").attr("href")).startsWith("/upload").endsWith("?lang=en");
    }
}
