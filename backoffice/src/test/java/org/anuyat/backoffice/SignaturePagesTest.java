package org.anuyat.backoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.imageio.ImageIO;
import org.anuyat.testing.FormBrowser.Page;
import org.anuyat.workflow.audit.AuditEntry;
import org.anuyat.workflow.audit.AuditTrail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(classes = OfficeHours.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class SignaturePagesTest {

    private static final String SIGNATURE = "/backoffice/signature";

    @LocalServerPort
    int port;

    @Autowired
    AuditTrail audit;

    @AfterEach
    void nobodyHasAPicture() {
        new Desktop(port, "mayor").post(SIGNATURE + "/remove", Map.of());
    }

    @Test
    void an_approver_enters_the_own_picture_sees_it_and_removes_it_after_a_question() {
        Desktop mayor = new Desktop(port, "mayor");
        assertThat(mayor.get(SIGNATURE).body())
                .contains("ลายมือชื่อของฉัน", "ท่านยังไม่ได้บันทึกภาพลายมือชื่อ", "(นางmayor)", "ตำแหน่ง mayor", "๒๓ พฤศจิกายน พ.ศ. ๒๕๖๙");
        assertThat(mayor.get(SIGNATURE + "/picture").status()).isEqualTo(404);
        assertThat(mayor.get(SIGNATURE + "/remove").location()).isEqualTo(SIGNATURE);

        assertThat(mayor.upload(SIGNATURE, "picture", "hand.png", "image/png", signature("png")).status())
                .isEqualTo(302);

        Page page = mayor.get(SIGNATURE);
        assertThat(page.body())
                .contains("บันทึกภาพลายมือชื่อแล้ว", "เปลี่ยนภาพลายมือชื่อ", "ใช้ภาพนี้ตั้งแต่ 23 พฤศจิกายน 2569", SIGNATURE + "/picture?v=");
        Page picture = mayor.get(SIGNATURE + "/picture");
        assertThat(picture.response().headers().firstValue("Content-Type")).contains("image/png");
        assertThat(picture.response().headers().firstValue("Cache-Control")).contains("private, no-store");
        assertThat(picture.body()).contains("PNG");
        assertThat(mayor.get(SIGNATURE + "/remove").body())
                .contains("ลบภาพลายมือชื่อหรือไม่", "ใบอนุญาตที่ออกแล้วยังคงแสดงภาพนี้");
        assertThat(mayor.get(SIGNATURE + "/picture").status()).isEqualTo(200);

        assertThat(mayor.post(SIGNATURE + "/remove", Map.of()).location()).isEqualTo(SIGNATURE);

        assertThat(mayor.get(SIGNATURE).body()).contains("ลบภาพลายมือชื่อแล้ว", "ท่านยังไม่ได้บันทึกภาพลายมือชื่อ");
        assertThat(audit.search("TYM", "signature.Picture", Long.MAX_VALUE, 2))
                .extracting(AuditEntry::act)
                .containsExactly("signature.PictureRemoved", "signature.PictureEntered");
    }

    @Test
    void nobody_reaches_another_officers_picture() {
        new Desktop(port, "mayor").upload(SIGNATURE, "picture", "hand.jpg", "image/jpeg", signature("jpeg"));
        Desktop director = new Desktop(port, "director");

        assertThat(director.get(SIGNATURE).body()).contains("ท่านยังไม่ได้บันทึกภาพลายมือชื่อ");
        assertThat(director.get(SIGNATURE + "/picture").status()).isEqualTo(404);
        director.post(SIGNATURE + "/remove", Map.of());
        assertThat(new Desktop(port, "mayor").get(SIGNATURE + "/picture").status()).isEqualTo(200);
    }

    @Test
    void who_approves_nothing_has_no_such_page() {
        for (String other : new String[] {"malee", "administrator", "designer"}) {
            Desktop desktop = new Desktop(port, other);
            assertThat(desktop.get(SIGNATURE).status()).isEqualTo(403);
            assertThat(desktop.get(SIGNATURE + "/picture").status()).isEqualTo(404);
            assertThat(desktop.upload(SIGNATURE, "picture", "hand.png", "image/png", signature("png")).status())
                    .isEqualTo(403);
        }
    }

    @Test
    void what_cannot_be_taken_is_told_at_the_field_and_the_picture_stays() {
        Desktop mayor = new Desktop(port, "mayor");
        mayor.upload(SIGNATURE, "picture", "hand.png", "image/png", signature("png"));

        refused(mayor.upload(SIGNATURE, "picture", "", "application/octet-stream", new byte[0]), 422, "โปรดเลือกไฟล์ภาพลายมือชื่อ");
        refused(mayor.upload(SIGNATURE, "picture", "hand.pdf", "application/pdf", signature("png")), 415, "รับเฉพาะไฟล์ภาพ PNG หรือ JPEG");
        refused(mayor.upload(SIGNATURE, "picture", "hand.jpg", "image/jpeg", signature("png")), 422, "เนื้อหาไม่ใช่ภาพตามนามสกุล");
        refused(mayor.upload(SIGNATURE, "picture", "hand.png", "image/png", new byte[(5 << 20) + 1]), 413, "ไฟล์ภาพมีขนาดเกิน 5 MB");
        refused(mayor.upload(SIGNATURE, "picture", "hand.png", "image/png", drawn("png", 120, 100)), 422, "อย่างน้อย 150 × 50 พิกเซล");
        refused(mayor.upload(SIGNATURE, "picture", "hand.png", "image/png", drawn("png", 6001, 60)), 422, "เกิน 6,000 พิกเซล");
        assertThat(mayor.get(SIGNATURE + "/picture").status()).isEqualTo(200);
    }

    private static void refused(Page page, int status, String words) {
        assertThat(page.status()).isEqualTo(status);
        assertThat(page.body())
                .contains("govuk-error-summary", "id=\"picture-error\"", words, SIGNATURE + "/picture?v=");
    }

    private static byte[] signature(String format) {
        return drawn(format, 800, 300);
    }

    private static byte[] drawn(String format, int width, int height) {
        BufferedImage sheet = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = sheet.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.setColor(new Color(0x1B, 0x2A, 0x6B));
        pen.setStroke(new BasicStroke(8));
        pen.drawLine(width / 5, height - height / 5, width / 2, height / 5);
        pen.drawLine(width / 2, height / 5, width - width / 5, height - height / 5);
        pen.dispose();
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(sheet, format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
