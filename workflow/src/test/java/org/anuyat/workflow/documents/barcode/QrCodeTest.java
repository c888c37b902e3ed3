package org.anuyat.workflow.documents.barcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.EncodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.WriterException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import org.anuyat.workflow.documents.DocumentSource;
import org.anuyat.workflow.documents.Paper;
import org.anuyat.workflow.documents.SamplePermit;
import org.anuyat.workflow.documents.Typesetter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QrCodeTest {

    @Test
    void the_code_on_a_rendered_permit_leads_to_the_verification_page() throws ReaderException {
        byte[] pdf = new Typesetter(SamplePermit.CLOCK).typeset(SamplePermit.withConditions(4).build());
        assertThat(decode(Paper.picture(pdf, 150))).isEqualTo(SamplePermit.VERIFY_URL);
    }

    @Test
    void the_code_on_a_page_is_drawn_and_is_no_image() {
        byte[] pdf = new Typesetter(SamplePermit.CLOCK).typeset(DocumentSource.of(
                "<object type='application/x-qr' data='https://example.go.th' title='ตรวจสอบ' style='width:30mm;height:30mm'></object>",
                "คิวอาร์").build());
        Paper.read(pdf, document -> {
            assertThat(document.getPage(0).getResources().getXObjectNames()).isEmpty();
            return document;
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "https://verify.example.go.th/v/8f3a1c9e5b7d2046",
        "00020101021230570016A00000067701011201150994000165501000209123456789031099887766550530376454062000.005802TH6304ABCD",
        "ตรวจสอบใบอนุญาต"})
    void what_is_encoded_is_read(String payload) throws ReaderException {
        QrCode code = QrCode.of(payload);
        int scale = 4;
        int side = (code.size() + 2 * QrCode.QUIET_ZONE) * scale;
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, side, side);
        pen.setColor(Color.BLACK);
        pen.fill(code.shape(0, 0, side));
        pen.dispose();
        assertThat(decode(image)).isEqualTo(payload);
    }

    @Test
    void the_picture_to_keep_is_read_and_large_enough() throws ReaderException, IOException {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(QrCode.of(SamplePermit.VERIFY_URL).png(800)));
        assertThat(picture.getWidth()).isEqualTo(picture.getHeight()).isBetween(800, 900);
        assertThat(decode(picture)).isEqualTo(SamplePermit.VERIFY_URL);
    }

    @Test
    void an_address_with_a_signed_token_stays_readable_on_paper() throws ReaderException {
        // 240 bytes of token, as a permit with a long Thai name has: base32 makes 384 letters and digits of them
        String address = "https://permits.example.go.th/verify/" + "MZXW6YTBOI2345AB".repeat(24);
        QrCode code = QrCode.of(address);

        // version 13 at most: 69 modules, of which each is 0.5 mm wide in 40 mm with the quiet zone
        assertThat(code.size()).isLessThanOrEqualTo(69);
        byte[] pdf = new Typesetter(SamplePermit.CLOCK).typeset(DocumentSource.of(
                "<object type='application/x-qr' data='" + address + "' title='ตรวจสอบ' style='width:40mm;height:40mm'></object>",
                "คิวอาร์").build());
        assertThat(decode(Paper.picture(pdf, 150))).isEqualTo(address);
    }

    @Test
    void the_svg_has_a_title_a_quiet_zone_and_neither_script_nor_style() {
        QrCode code = QrCode.of("A");
        assertThat(code.size()).isEqualTo(21);
        assertThat(code.isDark(0, 0)).isTrue();
        assertThat(code.isDark(1, 1)).isFalse();
        assertThat(code.svg("จ่าย <2> & รับ"))
                .startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 29 29\" role=\"img\"")
                .contains("<title>จ่าย &lt;2> &amp; รับ</title>", "M4 4.5h7m")
                .doesNotContain("style", "script");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[ -~]", "[0-9A-Z $%*+./:-]", "[0-9]"})
    void every_module_is_as_the_library_would_draw_it(String letters) throws WriterException {
        String alphabet = IntStream.range(0, 128).mapToObj(Character::toString).filter(Pattern.compile(letters).asMatchPredicate()).collect(Collectors.joining());
        Random random = new Random(18004);
        for (int length = 1; length <= 1000; length += length < 240 ? 1 : 37) {
            String payload = random.ints(length, 0, alphabet.length()).mapToObj(letter -> alphabet.substring(letter, letter + 1)).collect(Collectors.joining());
            Map<EncodeHintType, Object> hints = new EnumMap<>(EncodeHintType.class);
            if (length > 200) {
                hints.put(EncodeHintType.QR_COMPACT, true);
            }
            ByteMatrix expected = Encoder.encode(payload, ErrorCorrectionLevel.M, hints).getMatrix();
            QrCode code = QrCode.of(payload);
            assertThat(code.size()).isEqualTo(expected.getWidth());
            for (int row = 0; row < code.size(); row++) {
                for (int column = 0; column < code.size(); column++) {
                    assertThat(code.isDark(column, row)).as("%s at %d, %d", payload, column, row).isEqualTo(expected.get(column, row) == 1);
                }
            }
        }
    }

    @Test
    void nothing_and_too_much_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> QrCode.of(""));
        assertThatIllegalArgumentException().isThrownBy(() -> QrCode.of("x".repeat(1001)));
    }

    private static String decode(BufferedImage image) throws ReaderException {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        BinaryBitmap bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels)));
        try {
            return new QRCodeReader().decode(bitmap, Map.of(DecodeHintType.TRY_HARDER, true)).getText();
        } catch (NotFoundException e) {
            throw new AssertionError("No QR code in the picture", e);
        }
    }
}
