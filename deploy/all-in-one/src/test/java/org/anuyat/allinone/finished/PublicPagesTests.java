package org.anuyat.allinone.finished;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.anuyat.allinone.people.Applying;
import org.anuyat.signing.api.token.PermitTokens;
import org.anuyat.signing.api.token.TokenReport;
import org.anuyat.signing.api.token.TokenText;
import org.anuyat.signing.api.validation.Verdict;
import org.anuyat.workflow.registry.PublicRegister;
import org.anuyat.workflow.registry.RegisterEntry;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Anybody verifies the permit and looks into the register. */
class PublicPagesTests extends FinishedCase {

    @Autowired
    private PermitTokens tokens;

    @Autowired
    private PublicRegister register;

    @Test
    void other_programs_ask_the_demonstration_authority(@Value("${server.port}") int port) throws Exception {
        for (Map.Entry<String, String> asked : Map.of("tsa", "timestamp-query", "ocsp", "ocsp-request").entrySet()) {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("http://localhost:" + port + "/demo-pki/" + asked.getKey()))
                    .header("Content-Type", "application/" + asked.getValue())
                    .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[1]))
                    .build();
            assertThat(HttpClient.newHttpClient()
                            .send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .as("without a form of this portal")
                    .isEqualTo(200);
        }
    }

    @Test
    void anybody_verifies_the_permit_by_its_code_and_its_number() {
        RegisterEntry entry = permitted.entry();
        assertThat(pages.open("/verify/" + entry.token()))
                .hasStatusOk()
                .bodyText()
                .contains("ใช้ได้", entry.number(), "นายสมชาย ใจดี", "เทศบาลเมืองตัวอย่าง")
                .doesNotContain("1-1017");
        assertThat(pages.open("/verify?number=" + entry.number(), "en"))
                .hasStatusOk()
                .bodyText()
                .contains("Valid", " square metres", "Place where food is sold")
                .doesNotContain("ตารางเมตร");
        assertThat(pages.web().get().uri("/api/public/permits/" + entry.token()).exchange())
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.status")
                .isEqualTo("VALID");
    }

    @Test
    void the_code_on_the_permit_says_what_the_permit_says_and_is_checked_with_the_register() throws Exception {
        String address = codeOn(permit);
        String token = address.substring(address.lastIndexOf('/') + 1);
        TokenReport report = tokens.check(new TokenText(token));
        assertThat(report.verdict()).isEqualTo(Verdict.VALID);
        assertThat(report.facts().number()).isEqualTo(permitted.entry().number());
        assertThat(report.facts().id()).isEqualTo(permitted.entry().token());

        assertThat(pages.open("/verify/" + token))
                .hasStatusOk()
                .bodyText()
                .contains("คิวอาร์โค้ดเป็นของจริง", "เป็นของจริงและใช้ได้ในวันนี้", "นายสมชาย ใจดี");

        StringBuilder forged = new StringBuilder(token);
        int place = token.length() - 9;
        forged.setCharAt(place, token.charAt(place) == 'A' ? 'B' : 'A');
        assertThat(pages.open("/verify/" + forged))
                .hasStatusOk()
                .bodyText()
                .contains("คิวอาร์โค้ดเป็นของปลอม")
                .doesNotContain("เป็นของจริงและใช้ได้ในวันนี้");
        assertThat(pages.open("/verify/" + "A".repeat(300))).hasStatus(404);
    }

    @Test
    void whoever_verifies_offline_gets_the_certificates_for_it() throws Exception {
        MvcTestResult found = pages.web().get().uri("/api/public/agencies/TYM/token-certificates").exchange();
        assertThat(found).hasStatusOk();
        Collection<? extends Certificate> certificates = CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(found.getResponse().getContentAsByteArray()));
        assertThat(certificates).hasSizeGreaterThanOrEqualTo(3);
        assertThat(pages.web().get().uri("/api/public/agencies/XYZ/token-certificates").exchange()).hasStatus(404);
    }

    @Test
    void an_unknown_code_or_number_is_told_in_words_and_as_problem_details() {
        assertThat(pages.open("/verify/nobodyissuedthis"))
                .hasStatus(404)
                .bodyText()
                .contains("ไม่พบใบอนุญาตนี้ในทะเบียน");
        assertThat(pages.open("/verify?number=TYM-99999/2569")).hasStatus(404).bodyText().contains("govuk-error-summary");
        assertThat(pages.web().get().uri("/api/public/permits/nobodyissuedthis").exchange())
                .hasStatus(404)
                .hasContentTypeCompatibleWith("application/problem+json");
    }

    @Test
    void the_file_that_was_issued_is_genuine_and_every_other_file_is_not() throws IOException {
        byte[] tampered = permit.clone();
        tampered[tampered.length / 3] ^= 0x55;

        assertThat(upload(permit)).hasStatusOk().bodyText().contains("ฉบับจริงและใช้ได้", permitted.entry().number());
        assertThat(upload(tampered)).hasStatusOk().bodyText().contains("ไฟล์ถูกแก้ไขหรือปลอมแปลง");
        assertThat(upload(Applying.pdf("x").content().readAllBytes())).hasStatusOk().bodyText().contains("ไม่มีลายมือชื่ออิเล็กทรอนิกส์");
        assertThat(upload("hello".getBytes(StandardCharsets.US_ASCII))).hasStatusOk().bodyText().contains("ไม่ใช่ไฟล์ PDF");
        assertThat(upload(new byte[0])).hasStatus(422).bodyText().contains("กรุณาเลือกไฟล์ที่จะตรวจสอบ");
    }

    @Test
    void who_comes_while_too_many_files_are_examined_is_asked_to_come_back_in_a_minute() {
        List<CompletableFuture<MvcTestResult>> crowd = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> upload(permit), task -> new Thread(task).start()))
                .limit(12)
                .toList();
        List<MvcTestResult> answers = crowd.stream().map(CompletableFuture::join).toList();

        assertThat(answers.stream().map(answer -> answer.getResponse().getStatus()).distinct()).containsExactlyInAnyOrder(200, 503);
        assertThat(answers.stream().filter(answer -> answer.getResponse().getStatus() == 503)).allSatisfy(busy -> assertThat(busy)
                .hasHeader("Retry-After", "60")
                .bodyText()
                .contains("มีผู้ใช้บริการตรวจสอบไฟล์จำนวนมาก", "ลองใหม่ในอีกหนึ่งนาที", "name=\"document\"")
                .doesNotContain("รหัสอ้างอิง"));
    }

    @ParameterizedTest(name = "the register finds \"{0}\": {1}")
    @CsvSource({"ครัวใจ,true", "สมชาย,true", "ร้านที่ไม่มี,false"})
    void the_register_is_searched_by_parts_of_thai_words(String words, boolean found) {
        assertThat(pages.open("/register?q=" + words).getResponse().getStatus()).isEqualTo(200);
        assertThat(register.search(words, null, null, 0, 10).total() > 0).isEqualTo(found);
        assertThat(register.ofAgency("TYM", words, 0, 10).total() > 0).isEqualTo(found);
        assertThat(register.ofAgency("TYN", words, 0, 10).total()).isZero();
    }

    @Test
    void the_register_is_open_data() {
        assertThat(pages.open("/register/export.csv"))
                .hasStatusOk()
                .bodyText()
                .contains("เลขที่ใบอนุญาต", permitted.entry().number());
    }

    @Test
    void a_suspended_permit_is_shown_as_such_until_the_suspension_is_lifted() {
        pages.signIn("nayok");
        assertThat(order("SUSPEND", "")).hasStatus(422).bodyText().contains("กรุณาระบุข้อกฎหมาย");
        assertThat(order("SUSPEND", "พระราชบัญญัติการสาธารณสุข พ.ศ. 2535 มาตรา 59")).hasStatus3xxRedirection();
        assertThat(pages.open("/verify/" + permitted.entry().token())).bodyText().contains("ถูกสั่งพักใช้ตั้งแต่วันที่");
        assertThat(upload(permit)).bodyText().contains("ฉบับจริง แต่ใช้ไม่ได้ในวันนี้");
        assertThat(order("SUSPEND", "ซ้ำ")).hasStatus(409);
        assertThat(order("REINSTATE", "")).hasStatus3xxRedirection();
        assertThat(pages.open("/verify/" + permitted.entry().token())).bodyText().contains("เป็นของจริงและใช้ได้ในวันนี้");
    }

    private MvcTestResult order(String kind, String law) {
        return pages.web().post()
                .uri("/backoffice/permits/order")
                .accept("text/html")
                .param("number", permitted.entry().number())
                .param("kind", kind)
                .param("reason", "ตรวจพบสุขลักษณะไม่เป็นไปตามหลักเกณฑ์")
                .param("law", law)
                .exchange();
    }

    /** The text of the QR code on the first page, as a phone would read it from paper at 200 dots per inch. */
    private static String codeOn(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 200);
            int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
            return new QRCodeReader()
                    .decode(
                            new BinaryBitmap(new HybridBinarizer(
                                    new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels))),
                            Map.of(DecodeHintType.TRY_HARDER, true))
                    .getText();
        }
    }
}
