package org.anuyat.signing.service.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.anuyat.signing.api.DocumentKind;
import org.anuyat.signing.api.DocumentSealing;
import org.anuyat.signing.api.SealOrder;
import org.anuyat.signing.service.SamplePermit;
import org.anuyat.signing.service.SigningService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A file is posted as it is, as with curl --data-binary. */
class FileValidationTest {

    private static final String TOKEN = "0123456789abcdef0123456789abcdef";

    @TempDir
    static Path home;

    static ConfigurableApplicationContext service;

    @BeforeAll
    static void start() {
        service = SigningService.application()
                .run(
                        "--anuyat.mode=demonstration",
                        "--server.port=0",
                        "--anuyat.signing.home=" + home,
                        "--anuyat.signing.largest=1MB",
                        "--anuyat.signing.http.token=" + TOKEN);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void people_get_a_sentence_and_auditors_the_whole_report() throws Exception {
        byte[] sealed = service.getBean(DocumentSealing.class)
                .seal(new SealOrder("file", "bma", DocumentKind.ORDER, SamplePermit.pdf(), "", ""))
                .pdf();

        JsonNode good = JsonMapper.shared().readTree(post("?etsi=true", TOKEN, sealed).body());
        assertThat(good.at("/th/verdict").asString()).isEqualTo("เอกสารเป็นฉบับจริงและไม่มีการแก้ไข");
        assertThat(good.at("/en/warning").asString()).startsWith("Demonstration certificate");
        assertThat(good.at("/report/signatures/0/signer").asString()).startsWith("bma");
        assertThat(good.at("/report/etsiReport").asString()).contains("ValidationReport");

        sealed[700] ^= 1;
        JsonNode changed = JsonMapper.shared().readTree(post("", TOKEN, sealed).body());
        assertThat(changed.at("/th/reasons/0").asString()).isEqualTo("เนื้อหาที่ลงลายมือชื่อไว้ถูกแก้ไข");
        assertThat(changed.at("/en/verdict").asString()).isEqualTo("The document was changed or its signature is broken");
        assertThat(changed.at("/report/etsiReport").isNull()).isTrue();
    }

    @Test
    void odd_files_get_an_answer_and_strangers_none() throws Exception {
        assertThat(post("", TOKEN, new byte[0]).body()).contains("ไฟล์นี้ไม่ใช่เอกสาร PDF");
        assertThat(post("", TOKEN, new byte[1024 * 1024 + 1]))
                .returns(413, HttpResponse::statusCode)
                .satisfies(answer -> assertThat(answer.body()).contains("\"code\":\"TOO_LARGE\""));
        assertThat(post("?etsi=perhaps", TOKEN, new byte[0]).body()).contains("The parameter 'etsi' isn't of its type");
        assertThat(post("", "a-stranger", new byte[0]).statusCode()).isEqualTo(401);
    }

    private static HttpResponse<String> post(String query, String token, byte[] file) throws Exception {
        String port = service.getEnvironment().getProperty("local.server.port");
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/signing/v1/validations" + query))
                                .header("Authorization", "Bearer " + token)
                                .header("Content-Type", "application/pdf")
                                .POST(HttpRequest.BodyPublishers.ofByteArray(file))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
