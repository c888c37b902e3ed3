package org.anuyat.workflow.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import org.anuyat.testing.PdfConformance;
import org.anuyat.workflow.documents.Typesetter;
import org.anuyat.workflow.payment.receipt.Purpose;
import org.anuyat.workflow.payment.receipt.Receipt;
import org.anuyat.workflow.payment.receipt.ReceiptSettings;
import org.anuyat.workflow.payment.receipt.ReceiptSettings.Issuer;
import org.anuyat.workflow.payment.receipt.ReceiptXml;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** The paper of a receipt: what people read, what machines read in it, and veraPDF's verdict. */
class ReceiptPapersTest {

    private static final Issuer ISSUER = new Issuer(
            "0994000999992", "00000", "1", "100101", "1001", "10", "10000", "นางเงินทอง นับถ้วน", "นักวิชาการเงินและบัญชีชำนาญการ");
    private static final Instant NOW = FeePapersTest.NOW;
    private static final Receipt.Cancellation CANCELLATION =
            new Receipt.Cancellation(NOW.plusSeconds(3_600), "officer", "นางเงินทอง นับถ้วน", "ชื่อผู้ชำระเงินไม่ถูกต้อง");

    static FeePapers papers(Map<String, Issuer> issuers, String mode) {
        ReceiptXml xml = new ReceiptXml(new ReceiptSettings("ใบรับ (ใบเสร็จรับเงิน)", "v2.0", "", issuers));
        return new FeePapers(new Typesetter(Clock.fixed(NOW, ZoneOffset.UTC)), xml, JsonMapper.shared(), mode);
    }

    private static Receipt receipt(String kind) {
        return switch (kind) {
            case "original" -> new Receipt("TYM70/0000001", "TYM", "TYM-6900001", NOW, null, null, null, null, null, null);
            case "cancelled" -> new Receipt("TYM70/0000001", "TYM", "TYM-6900001", NOW, null, null, null, CANCELLATION, null, null);
            default -> new Receipt(
                    "TYM70/0000002", "TYM", "TYM-6900001", NOW.plusSeconds(3_600), "นางสาวสมหญิง รักดี",
                    "9 หมู่ 2 ตำบลตัวอย่าง อำเภอเมือง จังหวัดตัวอย่าง 10110",
                    new Receipt.Replacing("TYM70/0000001", NOW, Purpose.WRONG_NAME, "ชื่อผิด"), null, null, null);
        };
    }

    private static byte[] paper(String kind, Map<String, Issuer> issuers) {
        return papers(issuers, "demonstration")
                .receipt(FeePapersTest.AGENCY, FeePapersTest.bill(FeeBill.State.PAID), receipt(kind), "นางสาวสมหญิง รักดี", NOW);
    }

    /** Name of each embedded file and its relationship to the pages, in their order. */
    private static Map<String, String> attached(PDDocument document) {
        Map<String, String> found = new LinkedHashMap<>();
        COSArray files = (COSArray) document.getDocumentCatalog().getCOSObject().getDictionaryObject(COSName.AF);
        for (int i = 0; i < files.size(); i++) {
            COSDictionary file = (COSDictionary) files.getObject(i);
            found.put(file.getString(COSName.UF), file.getNameAsString("AFRelationship"));
        }
        return found;
    }

    @ParameterizedTest
    @CsvSource({"original,ได้รับเงินจาก นางสาวสมหญิง รักดี", "cancelled,เหตุผล ชื่อผู้ชำระเงินไม่ถูกต้อง", "replacement,ออกแทนใบเสร็จรับเงินเลขที่ TYM70/0000001"})
    void it_says_what_it_is_and_keeps_the_standards_for_documents(String kind, String words) throws IOException {
        byte[] pdf = paper(kind, Map.of("TYM", ISSUER));
        keepPicture(kind, pdf);
        assertThat(PdfConformance.findings(pdf)).isEmpty();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            String text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
            assertThat(text)
                    .contains("ใบเสร็จรับเงิน", "3,649.22", "สามพันหกร้อยสี่สิบเก้าบาทยี่สิบสองสตางค์", words, "ผู้รับเงิน นางเงินทอง นับถ้วน");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "20261121100000ABCDEF,เมื่อ 21 พฤศจิกายน 2569 เวลา 10.00 น. เลขที่,'\"paidAt\":\"2026-11-21T03:00:00Z\"'",
        "STM-20261121-A-12,เมื่อ 21 พฤศจิกายน 2569 เลขที่,'\"paidOn\":\"2026-11-21\"'"
    })
    void it_tells_no_time_of_money_that_a_statement_tells_the_day_of(String transaction, String words, String fact) throws IOException {
        byte[] pdf = papers(Map.of(), "demonstration")
                .receipt(
                        FeePapersTest.AGENCY,
                        FeePapersTest.bill(FeeBill.State.PAID, transaction),
                        receipt("original"),
                        "นางสาวสมหญิง รักดี",
                        NOW);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " ")).contains(words);
            COSArray files = (COSArray) document.getDocumentCatalog().getCOSObject().getDictionaryObject(COSName.AF);
            COSDictionary content = ((COSDictionary) files.getObject(0)).getCOSDictionary(COSName.EF);
            assertThat(content.getCOSStream(COSName.F).toTextString()).contains(fact);
        }
    }

    /** Where {@code receipt.pictures} names a folder, for eyes. */
    private static void keepPicture(String kind, byte[] pdf) throws IOException {
        String folder = System.getProperty("receipt.pictures");
        if (folder != null) {
            try (PDDocument document = Loader.loadPDF(pdf)) {
                BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 90);
                ImageIO.write(page, "png", Files.createDirectories(Path.of(folder)).resolve("receipt-" + kind + ".png").toFile());
            }
        }
    }

    @Test
    void the_xml_is_the_document_in_another_form_and_the_metadata_name_it() throws IOException {
        try (PDDocument document = Loader.loadPDF(paper("replacement", Map.of("TYM", ISSUER)))) {
            assertThat(attached(document))
                    .as("the XML first: there are programs that read one file only")
                    .containsExactly(Map.entry("receipt.xml", "Alternative"), Map.entry("receipt.json", "Data"));
            String metadata = new String(document.getDocumentCatalog().getMetadata().toByteArray(), java.nio.charset.StandardCharsets.UTF_8);
            assertThat(metadata)
                    .contains("urn:etda:pdfa:ElectronicDocument:1p0:standard#", "<ed:DocumentFileName>receipt.xml</ed:DocumentFileName>")
                    .contains("<ed:DocumentReferenceID>TYM70/0000002</ed:DocumentReferenceID>");
        }
    }

    @Test
    void a_cancelled_receipt_and_an_agency_without_its_codes_carry_no_xml() throws IOException {
        try (PDDocument cancelled = Loader.loadPDF(paper("cancelled", Map.of("TYM", ISSUER)));
                PDDocument elsewhere = Loader.loadPDF(paper("original", Map.of()))) {
            assertThat(attached(cancelled)).isEqualTo(Map.of("receipt.json", "Data"));
            assertThat(attached(elsewhere)).isEqualTo(Map.of("receipt.json", "Data"));
            assertThat(cancelled.getDocumentInformation().getTitle()).endsWith("(ยกเลิก)");
        }
    }
}
