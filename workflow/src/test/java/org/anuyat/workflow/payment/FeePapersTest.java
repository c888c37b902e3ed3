package org.anuyat.workflow.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.anuyat.workflow.agency.Agency;
import org.anuyat.workflow.language.LocalizedText;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeePapersTest {

    private static final Path READER = Path.of("/usr/bin/zbarimg");
    private static final String QR =
            "00020101021230650016A00000067701011201150994000999992000212000000000018030820261201530376454073649.225802TH63046B6B";
    private static final String BARCODE = "|099400099999200\r000000000018\r20261201\r364922";
    static final Agency AGENCY = new Agency(
            "TYM", "เทศบาลเมืองตัวอย่าง", "Sample Town", "1 ถนนตัวอย่าง อำเภอเมือง จังหวัดตัวอย่าง 10000", "1 Sample Road", "0 2000 0000",
            "post@example.go.th", "https://example.go.th", null);

    static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");

    static FeeBill bill(FeeBill.State state) {
        return bill(state, "20261121100000ABCDEF");
    }

    static FeeBill bill(FeeBill.State state, String transactionId) {
        boolean paid = state == FeeBill.State.PAID;
        return new FeeBill(
                "TYM-6900001", "TYM", UUID.randomUUID(), 364_922,
                new LocalizedText("ข้อบัญญัติค่าธรรมเนียม พ.ศ. 2569", "Fee ordinance"), "ใบอนุญาตจัดตั้งสถานที่จำหน่ายอาหาร",
                "099400099999200", "000000000018", "20261201", QR, BARCODE, NOW,
                Instant.parse("2026-12-01T16:59:59Z"), state, paid ? NOW : null, paid ? "014" : null,
                paid ? transactionId : null, paid ? "TYM70/0000001" : null, null);
    }

    private static byte[] slip() {
        FeeBill bill = bill(FeeBill.State.OPEN);
        return ReceiptPapersTest.papers(Map.of(), "demonstration")
                .payInSlip(AGENCY, bill, Map.of("payer", "นางสาวสมหญิง รักดี", "due", bill.due()));
    }

    @Test
    void theSlipIsOnePageAndSaysTheAmountInFiguresAndWords() throws IOException {
        try (PDDocument document = Loader.loadPDF(slip())) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            String text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
            assertThat(text).contains("3,649.22", "สามพันหกร้อยสี่สิบเก้าบาทยี่สิบสองสตางค์", "|099400099999200 000000000018 20261201 364922");
        }
    }

    @Test
    void anIndependentReaderReadsAllThreeCodesFromThePrintedSlip(@TempDir Path folder) throws Exception {
        assertThat(READER)
                .as("zbarimg is missing: install it (on Debian and Ubuntu: apt-get install zbar-tools), or run deploy/test")
                .isExecutable();
        Path picture = folder.resolve("slip.png");
        try (PDDocument document = Loader.loadPDF(slip())) {
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 200);
            ImageIO.write(page, "png", picture.toFile());
        }
        Process reader = new ProcessBuilder(READER.toString(), "--quiet", picture.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String read = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(reader.waitFor()).isZero();
        assertThat(List.of(read.split("\n")))
                .containsExactlyInAnyOrder("QR-Code:" + QR, "QR-Code:" + BARCODE, "CODE-128:" + BARCODE);
    }
}
