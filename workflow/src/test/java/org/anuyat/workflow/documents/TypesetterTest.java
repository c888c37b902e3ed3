package org.anuyat.workflow.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.anuyat.testing.PdfConformance;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TypesetterTest {

    private static final Path KEPT = Path.of("target/documents");
    private static final String WATERMARK = "ตัวอย่าง ไม่ใช่เอกสารราชการ";

    private static final Typesetter TYPESETTER = new Typesetter(SamplePermit.CLOCK);
    private static byte[] permit;
    private static byte[] longPermit;

    @BeforeAll
    static void typesetSamples() throws IOException {
        permit = TYPESETTER.typeset(SamplePermit.withConditions(4).build());
        longPermit = TYPESETTER.typeset(SamplePermit.withConditions(70).watermark(WATERMARK).build());
        Files.createDirectories(KEPT);
        Files.write(KEPT.resolve("permit.pdf"), permit);
        Files.write(KEPT.resolve("long-permit.pdf"), longPermit);
    }

    @Test
    void documents_conform_to_pdf_a_3a_and_pdf_ua_1() {
        assertThat(PdfConformance.findings(permit)).isEmpty();
        assertThat(PdfConformance.findings(longPermit)).isEmpty();
    }

    @Test
    void a_permit_fits_on_one_page_and_reads_as_it_was_written() {
        assertThat(Paper.pages(permit)).isEqualTo(1);
        assertThat(Paper.text(permit))
                .startsWith("เลขที่ ๑๒๓/๒๕๖๙ ใบอนุญาตจัดตั้งสถานที่จำหน่ายอาหาร ใบอนุญาตฉบับนี้ออกให้แก่ นางสาวน้ำผึ้ง ญาณวุฒิกุล")
                .contains("ปู่ย่า “Fuji & Co.”", "๒,๐๐๐.๐๐ บาท (สองพันบาทถ้วน)", "๑๕ ตุลาคม ๒๕๖๙", "☑ ตรวจสถานที่แล้ว", "☐ มีเงื่อนไขเพิ่มเติม",
                        "(นายสมชาย ตั้งใจดี)")
                .endsWith("หน้า ๑ จาก ๑");
    }

    @Test
    void each_page_of_a_long_table_repeats_the_head_and_counts_in_thai_digits() {
        int pages = Paper.pages(longPermit);
        assertThat(pages).isBetween(3, 6);
        for (int page = 1; page < pages; page++) {
            assertThat(Paper.text(longPermit, page)).contains("ลำดับ เงื่อนไข ระยะเวลา");
            assertThat(Paper.text(longPermit, page))
                    .contains("หน้า " + (char) ('๐' + page) + " จาก " + (char) ('๐' + pages));
        }
    }

    @Test
    void the_watermark_is_on_every_page_as_an_artifact() {
        for (int page = 1; page <= Paper.pages(longPermit); page++) {
            assertThat(Paper.text(longPermit, page).replace(" ", "")).contains(WATERMARK.replace(" ", ""));
        }
        assertThat(Paper.text(permit)).doesNotContain("ตัวอย่าง");
        Paper.read(longPermit, document -> assertThat(new String(document.getPage(0).getContents().readNBytes(60),
                StandardCharsets.ISO_8859_1)).contains("/Artifact"));
    }

    @Test
    void data_for_machines_are_inside_and_bound_to_the_document() {
        Paper.read(permit, document -> {
            PDComplexFileSpecification file = new PDDocumentNameDictionary(document.getDocumentCatalog())
                    .getEmbeddedFiles().getNames().get("permit.json");
            assertThat(file.getEmbeddedFile().toByteArray()).isEqualTo(SamplePermit.JSON);
            assertThat(file.getEmbeddedFile().getSubtype()).isEqualTo("application/json");
            COSArray associated = document.getDocumentCatalog().getCOSObject().getCOSArray(COSName.AF);
            assertThat(associated).hasSize(2);
            assertThat(((COSDictionary) associated.getObject(1)).getNameAsString("AFRelationship")).isEqualTo("Data");
            return document;
        });
    }

    @Test
    void a_document_says_what_it_is() {
        Paper.read(permit, document -> {
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("ใบอนุญาตจัดตั้งสถานที่จำหน่ายอาหาร เลขที่ ๑๒๓/๒๕๖๙");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("th-TH");
            assertThat(new String(document.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8))
                    .contains("<pdfaid:part>3<", "<pdfuaid:part>1<", "2026-11-20T08:30:00+07:00", "สำนักงานเขตป้อมปราบศัตรูพ่าย");
            assertThat(document.getDocumentInformation().getCreationDate().toInstant()).isEqualTo(Instant.parse("2026-11-20T01:30:00Z"));
            return document;
        });
    }

    @Test
    void the_same_source_at_the_same_instant_gives_the_same_bytes() {
        assertThat(TYPESETTER.typeset(SamplePermit.withConditions(4).build())).isEqualTo(permit);
    }

    @Test
    void documents_are_made_side_by_side() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<byte[]>> work = IntStream.range(0, 12)
                    .<Callable<byte[]>>mapToObj(i -> () -> TYPESETTER.typeset(SamplePermit.withConditions(4).build())).toList();
            for (Future<byte[]> made : threads.invokeAll(work)) {
                assertThat(made.get()).isEqualTo(permit);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void dates_and_page_numbers_follow_the_language() {
        DocumentSource.Builder source = DocumentSource.of("<p>{{day}}, {{instant}}</p>", "A title")
                .data("day", LocalDate.of(2026, 11, 20)).data("instant", Instant.parse("2026-11-20T01:30:00Z"));
        assertThat(Paper.text(TYPESETTER.typeset(source.build())))
                .isEqualTo("20 พฤศจิกายน 2569, 20 พฤศจิกายน 2569 เวลา 08.30 น. หน้า ๑ จาก ๑");
        assertThat(Paper.text(TYPESETTER.typeset(source.language(Locale.ENGLISH).build())))
                .isEqualTo("20 November 2026, 20 November 2026, 08:30 Page 1 of 1");
    }

    @Test
    void a_passage_may_count_in_thai_digits() {
        byte[] pdf = TYPESETTER.typeset(DocumentSource.of(
                "<ol class='thai-digits'><li>ข้อ 25</li><li><b>ข้อ 3</b> <span class='western-digits'>v1</span></li></ol>", "ข้อ").build());
        assertThat(Paper.text(pdf)).contains("๑. ข้อ ๒๕", "๒. ข้อ ๓ v1");
        assertThat(PdfConformance.findings(pdf)).isEmpty();
    }

    @Test
    void an_unfamiliar_font_family_or_style_still_ends_in_an_embedded_font() {
        byte[] pdf = TYPESETTER.typeset(DocumentSource.of("<p style='font-family:Arial'>น้ำ <i>เอียง</i> <b><i>หนา ☐</i></b></p>"
                + "<ol><li>หนึ่ง</li><li>สอง</li></ol><ul><li>สาม</li></ul><pre>a\tb\nค</pre>", "ฟอนต์").build());
        assertThat(Paper.text(pdf)).contains("น้ำ เอียง หนา ☐").contains("หนึ่ง").contains("สาม");
        assertThat(PdfConformance.findings(pdf)).isEmpty();
    }

    @Test
    void a_word_without_end_is_broken_and_loses_nothing() {
        String endless = "กขคงจฉช".repeat(2_000);
        byte[] pdf = TYPESETTER.typeset(DocumentSource.of("<p>{{word}}</p><table><tr><td>{{url}}</td><td>x</td></tr></table>", "ยาว")
                .data("word", endless).data("url", "https://" + "a1b2c3d4".repeat(60)).build());
        assertThat(Paper.text(pdf).replaceAll("หน้า [๐-๙]+ จาก [๐-๙]+|\\s", "")).contains(endless);
    }
}
