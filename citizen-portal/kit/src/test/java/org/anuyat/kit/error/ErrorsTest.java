package org.anuyat.kit.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.anuyat.kit.sample.Browsing;
import org.anuyat.kit.sample.Sample;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(classes = Sample.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ExtendWith(OutputCaptureExtension.class)
class ErrorsTest {

    @LocalServerPort
    private int port;

    private Browsing reader;
    private int logged;

    @BeforeEach
    void open(CapturedOutput log) {
        reader = new Browsing(port);
        logged = log.getAll().length();
    }

    private String since(CapturedOutput log) {
        return log.getAll().substring(logged);
    }

    private String token() throws Exception {
        return Browsing.page(reader.get("/sample")).select("input[name=_csrf]").attr("value");
    }

    private static JsonNode problem(HttpResponse<String> response) {
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        return JsonMapper.shared().readTree(response.body());
    }

    @ParameterizedTest
    @CsvSource({
        "/nowhere, 404, ไม่พบหน้าที่ต้องการ",
        "/number, 400, ไม่สามารถดำเนินการตามคำขอได้",
        "/number?value=x, 400, ไม่สามารถดำเนินการตามคำขอได้",
        "/upload, 405, ไม่สามารถเปิดหน้านี้โดยตรงได้",
        "/changed, 409, ข้อมูลมีการเปลี่ยนแปลงแล้ว",
        "/refused, 409, คำขอนี้พิจารณาแล้ว",
        "/busy, 429, มีการส่งคำขอถี่เกินไป",
    })
    void aReadersMistakeGetsAPageInTheirLanguageAndNoLineInTheLog(String path, int status, String title, CapturedOutput log) throws Exception {
        HttpResponse<String> response = reader.get(path);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(Browsing.page(response).select("h1").text()).isEqualTo(title);
        assertThat(Browsing.page(response).select(".kit-reference").text()).matches("[0-9A-Z]{5}-[0-9A-Z]{5}");
        assertThat(since(log)).doesNotContain(" ERROR ").doesNotContain(" WARN ");
    }

    @ParameterizedTest
    @CsvSource({"/fails", "/fails-in-the-page"})
    void ourOwnFaultIsAPageWithAReferenceThatLeadsToTheLog(String path, CapturedOutput log) throws Exception {
        HttpResponse<String> response = reader.get(path);
        Document page = Browsing.page(response);
        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(page.select("h1").eachText()).containsExactly("ขออภัย ระบบขัดข้อง");
        assertThat(response.body()).doesNotContain("Exception", "secret detail", "nothing");
        assertThat(since(log)).contains(" ERROR ", "request " + page.select(".kit-reference").text() + " failed");
    }

    @Test
    void readersOfEnglishReadEnglish() throws Exception {
        assertThat(Browsing.page(reader.get("/refused?lang=en")).select("main").text())
                .startsWith("This has been decided Somebody has decided application 2569/000123");
    }

    @Test
    void aFormWhoseSessionHasEndedSaysSo(CapturedOutput log) throws Exception {
        HttpResponse<String> response = reader.post("/upload", "_csrf=old", "Content-Type", "application/x-www-form-urlencoded", "Accept", "text/html");
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(Browsing.page(response).select("h1").text()).isEqualTo("หมดเวลาการเข้าสู่ระบบ");
        assertThat(since(log)).doesNotContain(" ERROR ").doesNotContain(" WARN ");
    }

    @ParameterizedTest
    @CsvSource({"21", "60"})
    void aFileThatIsTooLargeSaysSo(int megabytes, CapturedOutput log) throws Exception {
        String upload = "--x\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token()
                + "\r\n--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"map.pdf\"\r\n\r\n"
                + "0".repeat(megabytes << 20) + "\r\n--x--\r\n";
        HttpResponse<String> response = reader.post("/upload", upload, "Content-Type", "multipart/form-data; boundary=x", "Accept", "text/html");
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(Browsing.page(response).select("h1").text()).isEqualTo("ไฟล์มีขนาดใหญ่เกินกำหนด");
        assertThat(since(log)).doesNotContain(" ERROR ").doesNotContain(" WARN ");
    }

    @Test
    void programsGetProblemDetails() throws Exception {
        HttpResponse<String> missing = reader.get("/api/nowhere");
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(problem(missing).path("type").asString()).isEqualTo("urn:anuyat:problem:kit.failed.404");
        assertThat(problem(missing).path("instance").asString()).startsWith("urn:anuyat:reference:");

        HttpResponse<String> refused = reader.get("/refused", "Accept", "application/json", "Cookie", "language=en");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(problem(refused).path("title").asString()).isEqualTo("This has been decided");
        assertThat(problem(refused).path("detail").asString()).isEqualTo("Somebody has decided application 2569/000123");
    }

    @Test
    void programsThatSendWhatCannotBeReadAreTold(CapturedOutput log) throws Exception {
        HttpResponse<String> broken = reader.post("/api/things", "{\"a\":", "Content-Type", "application/json");
        assertThat(broken.statusCode()).isEqualTo(400);
        assertThat(problem(broken).path("status").asInt()).isEqualTo(400);
        assertThat(reader.post("/api/things", "a", "Content-Type", "text/plain").statusCode()).isEqualTo(415);
        HttpResponse<String> wrongMethod = reader.get("/api/things");
        assertThat(wrongMethod.statusCode()).isEqualTo(405);
        assertThat(wrongMethod.headers().firstValue("Allow")).contains("POST");
        assertThat(since(log)).doesNotContain(" ERROR ");
    }

    @Test
    void nobodyCanAskForTheErrorPageItself() throws Exception {
        assertThat(reader.get("/error").statusCode()).isEqualTo(404);
    }
}
