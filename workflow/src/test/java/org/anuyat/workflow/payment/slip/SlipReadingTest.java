package org.anuyat.workflow.payment.slip;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Reading the codes of slips from what people hand in, and bearing what they shouldn't. */
class SlipReadingTest {

    /** Published vector of a slip's mini-QR. */
    private static final String SLIP = "004100060000010103014022000111222233344ABCD125102TH910417DF";
    private static final String BILL = "00020101021230650016A00000067701011201150994000165501000212123456789012030667042953037645802TH54073649.2263044534";

    private final SlipPictures pictures = new SlipPictures();

    @AfterEach
    void stop() {
        pictures.destroy();
    }

    private static BufferedImage slip(int width, int height, int code, String... payloads) throws Exception {
        BufferedImage page = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = page.createGraphics();
        pen.setColor(new Color(0xE8F0EA));
        pen.fillRect(0, 0, width, height);
        int y = height - payloads.length * (code + 40);
        for (String payload : payloads) {
            BitMatrix matrix = new QRCodeWriter().encode(payload, BarcodeFormat.QR_CODE, code, code);
            for (int i = 0; i < code; i++) {
                for (int j = 0; j < code; j++) {
                    page.setRGB(width - code - 40 + i, y + j, matrix.get(i, j) ? 0 : 0xFFFFFF);
                }
            }
            y += code + 40;
        }
        pen.dispose();
        return page;
    }

    private static byte[] bytes(BufferedImage page, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(page, format, out);
        return out.toByteArray();
    }

    private java.util.List<String> codes(byte[] file, String type) {
        return SlipCodes.in(pictures.pages(file, type));
    }

    @Test
    void a_screenshot_and_a_compressed_picture_are_read() throws Exception {
        BufferedImage page = slip(1080, 2340, 230, SLIP);
        assertThat(codes(bytes(page, "png"), "image/png")).containsExactly(SLIP);
        assertThat(codes(bytes(page, "jpg"), "image/jpeg")).containsExactly(SLIP);
    }

    @Test
    void several_codes_are_all_told() throws Exception {
        assertThat(codes(bytes(slip(1080, 2340, 400, BILL, SLIP), "png"), "image/png")).containsExactlyInAnyOrder(BILL, SLIP);
    }

    @Test
    void a_large_noisy_and_turned_photograph_is_read() throws Exception {
        BufferedImage page = slip(1080, 1600, 420, SLIP);
        BufferedImage photo = new BufferedImage(4000, 3000, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = photo.createGraphics();
        pen.setColor(new Color(0x705040));
        pen.fillRect(0, 0, 4000, 3000);
        AffineTransform turned = AffineTransform.getTranslateInstance(1200, 250);
        turned.rotate(Math.toRadians(4));
        turned.scale(1.5, 1.5);
        pen.drawImage(page, turned, null);
        pen.dispose();
        Random random = new Random(4);
        for (int i = 0; i < 200_000; i++) {
            photo.setRGB(random.nextInt(4000), random.nextInt(3000), random.nextInt(0xFFFFFF));
        }
        assertThat(codes(bytes(photo, "jpg"), "image/jpeg")).containsExactly(SLIP);
    }

    @Test
    void a_pdf_is_drawn_page_by_page_up_to_the_third() throws Exception {
        assertThat(codes(pdf(2, 1), "application/pdf")).containsExactly(SLIP);
        assertThat(codes(pdf(3, 2), "application/pdf")).containsExactly(SLIP);
        assertThat(codes(pdf(5, 4), "application/pdf")).isEmpty();
        assertThat(pictures.count(pdf(5, 4), "application/pdf")).isEqualTo(SlipPictures.MOST_PAGES);
        byte[] drawn = pictures.png(pdf(2, 1), "application/pdf", 2).orElseThrow();
        assertThat(SlipCodes.in(java.util.List.of(ImageIO.read(new ByteArrayInputStream(drawn))))).containsExactly(SLIP);
        assertThat(pictures.png(pdf(2, 1), "application/pdf", 4)).isEmpty();
    }

    private static byte[] pdf(int pages, int withSlip) throws Exception {
        try (PDDocument document = new PDDocument()) {
            for (int i = 0; i < pages; i++) {
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                if (i == withSlip) {
                    try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                        content.drawImage(LosslessFactory.createFromImage(document, slip(540, 1170, 200, SLIP)), 100, 100, 270, 585);
                    }
                }
            }
            return saved(document);
        }
    }

    private static byte[] saved(PDDocument document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    @Test
    void a_page_of_a_kilometre_is_drawn_small() throws Exception {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage(new PDRectangle(2_000_000, 1_000_000)));
            document.addPage(new PDPage(new PDRectangle(0.01f, 0.01f)));
            assertThat(pictures.pages(saved(document), "application/pdf"))
                    .allSatisfy(page -> assertThat(Math.max(page.getWidth(), page.getHeight())).isLessThanOrEqualTo(2_400));
        }
    }

    @Test
    void a_picture_inside_that_says_it_has_gigabytes_is_not_drawn() throws Exception {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            COSStream bomb = document.getDocument().createCOSStream();
            bomb.setItem(COSName.TYPE, COSName.XOBJECT);
            bomb.setItem(COSName.SUBTYPE, COSName.IMAGE);
            bomb.setInt(COSName.WIDTH, 60_000);
            bomb.setInt(COSName.HEIGHT, 60_000);
            bomb.setInt(COSName.BITS_PER_COMPONENT, 8);
            bomb.setItem(COSName.COLORSPACE, COSName.DEVICERGB);
            try (var out = bomb.createOutputStream(COSName.FLATE_DECODE)) {
                out.write(new byte[1000]);
            }
            page.getCOSObject().setItem(COSName.getPDFName("Bomb"), bomb);
            assertThat(pictures.pages(saved(document), "application/pdf")).isEmpty();
        }
    }

    @Test
    void nonsense_gets_no_code_and_no_failure() {
        byte[] nonsense = "this is no picture".getBytes(StandardCharsets.UTF_8);
        assertThat(codes(nonsense, "image/png")).isEmpty();
        assertThat(codes(nonsense, "application/pdf")).isEmpty();
        assertThat(pictures.png(nonsense, "application/pdf", 1)).isEmpty();
        assertThat(pictures.count(nonsense, "application/pdf")).isZero();
    }
}
