package org.anuyat.backoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.anuyat.testing.FormBrowser.Page;
import org.anuyat.testing.PdfConformance;
import org.anuyat.workflow.copies.CertifiedCopies;
import org.anuyat.workflow.copies.CertifiedCopy;
import org.anuyat.workflow.files.Files;
import org.anuyat.workflow.files.StoredFile;
import org.anuyat.workflow.submission.Attachment;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Officers certify copies of what applicants handed in. */
@SpringBootTest(classes = OfficeHours.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class CertifiedCopiesTest {

    @LocalServerPort
    int port;

    @Autowired
    OfficeHours.Cases cases;

    @Autowired
    CertifiedCopies copies;

    @Autowired
    Files files;

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_copy_shows_the_pages_holds_the_document_itself_and_is_sealed_soon() throws IOException {
        byte[] original = pdf(3);
        Attachment document = attachment("ทะเบียนบ้าน.pdf", "application/pdf", original);
        String number = cases.submitted("นายสมชาย ใจดี", List.of(document));
        Desktop malee = of("malee");
        assertThat(malee.get(at(number)).body()).contains("ออกสำเนาที่รับรองความถูกต้อง");

        Page asked = malee.get(copying(number, document));
        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.body()).contains(document.sha256(), "ตำแหน่ง malee", "ยกเลิกไม่ได้");
        Map<String, String> form = Map.of("id", asked.hidden("id"));
        assertThat(malee.post(copying(number, document), form).location()).isEqualTo(at(number) + "#copies");
        assertThat(malee.post(copying(number, document), form).status()).as("the button, twice").isEqualTo(302);

        CertifiedCopy copy = one(number);
        assertThat(copy.originalSha256()).isEqualTo(document.sha256());
        byte[] pdf = content(copy.paper());
        assertThat(PdfConformance.findings(pdf)).isEmpty();
        try (PDDocument made = Loader.loadPDF(pdf)) {
            assertThat(made.getNumberOfPages()).isEqualTo(4);
            String text = new PDFTextStripper().getText(made);
            assertThat(text)
                    .contains("สำเนาถูกต้อง", "นางmalee", "หน้า ๓ จาก ๓", "๒๓ พฤศจิกายน พ.ศ. ๒๕๖๙", number, document.sha256());
            assertThat(made.getPage(3).getResources().getXObjectNames()).isNotEmpty();
            assertThat(made.getDocumentCatalog().getNames().getEmbeddedFiles().getNames().values())
                    .singleElement()
                    .satisfies(file -> assertThat(file.getEmbeddedFile().toByteArray()).isEqualTo(original));
        }
        assertThat(jdbc.sql("select kind from paper_seal where application_number = ?").param(number).query(String.class).list())
                .containsExactly("CERTIFIED_COPY");
        assertThat(malee.get(at(number)).body()).contains("/certified-copies/" + copy.id());
        Page shown = malee.get(at(number) + "/certified-copies/" + copy.id());
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.body()).startsWith("%PDF-");
    }

    @Test
    void pictures_are_shown_and_what_has_no_pages_is_inside_only() throws IOException {
        Attachment picture = attachment("map.png", "image/png", png());
        Attachment words = attachment("notes.txt", "text/plain", "บันทึก".getBytes(StandardCharsets.UTF_8));
        Attachment broken = attachment("broken.pdf", "application/pdf", "%PDF-1.7 nothing".getBytes(StandardCharsets.UTF_8));
        String number = cases.submitted("นายสมชาย ใจดี", List.of(picture, words, broken));

        assertThat(pagesOfCopy(number, picture)).isEqualTo(2);
        assertThat(pagesOfCopy(number, words)).isEqualTo(1);
        assertThat(pagesOfCopy(number, broken)).isEqualTo(1);
    }

    @Test
    void a_copy_that_would_be_too_large_is_refused_with_a_word() {
        byte[] large = new byte[20_000_001];
        Attachment document = attachment("large.txt", "text/plain", large);
        String number = cases.submitted("นายสมชาย ใจดี", List.of(document));

        Page answer = of("malee").post(copying(number, document), Map.of("id", UUID.randomUUID().toString()));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("เอกสารนี้ใหญ่เกินกว่าที่ระบบจะจัดทำสำเนาได้");
        assertThat(copies.of(number)).isEmpty();
    }

    @Test
    void only_officers_who_handle_cases_of_the_agency_certify() {
        Attachment document = attachment("a.txt", "text/plain", "a".getBytes(StandardCharsets.UTF_8));
        String number = cases.submitted("นายสมชาย ใจดี", List.of(document));
        Map<String, String> form = Map.of("id", UUID.randomUUID().toString());

        assertThat(of("stranger").post(copying(number, document), form).status()).isEqualTo(404);
        assertThat(of("designer").post(copying(number, document), form).status()).isEqualTo(403);
        Desktop auditor = of("auditor");
        assertThat(auditor.get(at(number)).body()).contains("a.txt").doesNotContain("certified-copy");
        assertThat(auditor.get(copying(number, document)).status()).isEqualTo(403);
        assertThat(auditor.post(copying(number, document), form).status()).isEqualTo(403);
        assertThat(of("malee").get(at(number) + "/documents/" + UUID.randomUUID() + "/certified-copy").status())
                .isEqualTo(404);
        assertThat(copies.of(number)).isEmpty();
    }

    private int pagesOfCopy(String number, Attachment document) throws IOException {
        UUID id = UUID.randomUUID();
        assertThat(of("malee").post(copying(number, document), Map.of("id", id.toString())).status()).isEqualTo(302);
        byte[] pdf = content(copies.find(number, id).orElseThrow().paper());
        assertThat(PdfConformance.findings(pdf)).isEmpty();
        try (PDDocument made = Loader.loadPDF(pdf)) {
            return made.getNumberOfPages();
        }
    }

    private CertifiedCopy one(String number) {
        List<CertifiedCopy> all = copies.of(number);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private byte[] content(UUID file) throws IOException {
        try (InputStream in = files.open(file)) {
            return in.readAllBytes();
        }
    }

    private Attachment attachment(String name, String type, byte[] content) {
        StoredFile file = files.keep(new ByteArrayInputStream(content), name, type, "TYM");
        return new Attachment(UUID.randomUUID(), "house-registration", file.id(), name, type, file.size(), file.sha256());
    }

    private Desktop of(String officer) {
        return new Desktop(port, officer);
    }

    private static String at(String number) {
        return "/backoffice/cases/" + number;
    }

    private static String copying(String number, Attachment document) {
        return at(number) + "/documents/" + document.id() + "/certified-copy";
    }

    private static byte[] pdf(int pages) throws IOException {
        try (PDDocument document = new PDDocument()) {
            for (int page = 1; page <= pages; page++) {
                PDPage sheet = new PDPage(page == 2 ? new PDRectangle(842, 595) : PDRectangle.A4);
                document.addPage(sheet);
                try (PDPageContentStream content = new PDPageContentStream(document, sheet)) {
                    content.beginText();
                    content.setFont(new PDType1Font(FontName.HELVETICA), 40);
                    content.newLineAtOffset(100, 400);
                    content.showText("Page " + page);
                    content.endText();
                }
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private static byte[] png() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(600, 400, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }
}
