package org.anuyat.workflow.documents;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import javax.imageio.ImageIO;

/** A permit with all that documents are made of. */
public final class SamplePermit {

    public static final String VERIFY_URL = "https://verify.example.go.th/v/8f3a1c9e5b7d2046";
    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T01:30:00Z"), ZoneOffset.UTC);
    static final byte[] JSON = "{\"number\":\"123/2569\",\"holder\":\"นางสาวน้ำผึ้ง ญาณวุฒิกุล\"}".getBytes(StandardCharsets.UTF_8);

    private SamplePermit() {
    }

    public static DocumentSource.Builder withConditions(int count) {
        List<String> texts = List.of("ต้องจัดให้มีน้ำสะอาด ห้องส้วม และที่รองรับมูลฝอยที่ถูกสุขลักษณะ",
                "ผู้สัมผัสอาหารต้องผ่านการอบรมและตรวจสุขภาพประจำปี", "ติดตั้งถังดักไขมันและบำบัดน้ำเสียก่อนปล่อยสู่ท่อระบายน้ำ",
                "แสดงใบอนุญาตนี้ไว้ในที่เปิดเผยและเห็นได้ง่าย ณ สถานที่ประกอบการ");
        List<String> periods = List.of("ตลอดอายุใบอนุญาต", "ทุก 1 ปี", "ภายใน 30 วัน", "ตลอดเวลา");
        List<Map<String, Object>> conditions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            conditions.add(Map.of("no", i + 1, "text", texts.get(i % 4), "period", periods.get(i % 4)));
        }
        return DocumentSource.of(text("/specimens/permit.html"), "ใบอนุญาตจัดตั้งสถานที่จำหน่ายอาหาร เลขที่ ๑๒๓/๒๕๖๙")
                .description("ใบอนุญาตตามพระราชบัญญัติการสาธารณสุข พ.ศ. ๒๕๓๕").author("สำนักงานเขตป้อมปราบศัตรูพ่าย")
                .data(Map.of("agency", "สำนักงานเขตป้อมปราบศัตรูพ่าย", "number", "123/2569",
                        "title", "ใบอนุญาตจัดตั้งสถานที่จำหน่ายอาหาร", "holder", "นางสาวน้ำผึ้ง ญาณวุฒิกุล", "holderId", "1-2345-67890-12-1",
                        "address", "เลขที่ 99/1 ถนนเจริญกรุง แขวงป้อมปราบ เขตป้อมปราบศัตรูพ่าย กรุงเทพมหานคร 10100",
                        "area", 215, "premises", "ร้านอาหารญี่ปุ่น ปู่ย่า “Fuji & Co.”"))
                .data(Map.of("fee", "2,000.00", "feeWords", "สองพันบาทถ้วน", "receipt", "0042/2569",
                        "issued", LocalDate.of(2026, 10, 15), "expires", LocalDate.of(2027, 10, 14), "conditions", conditions,
                        "signer", "นายสมชาย ตั้งใจดี", "signerTitle", "ผู้อำนวยการเขตป้อมปราบศัตรูพ่าย", "verifyUrl", VERIFY_URL))
                .resource("emblem", emblem())
                .attach(new EmbeddedFile("permit.json", "application/json", "ข้อมูลใบอนุญาต", JSON))
                .attach(new EmbeddedFile("a.xml", "text/xml", "same as XML", "<permit/>".getBytes(StandardCharsets.UTF_8)));
    }

    /** A placeholder that looks like nobody's emblem. */
    static byte[] emblem() {
        BufferedImage image = new BufferedImage(320, 320, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 320, 320);
        pen.setColor(new Color(0x1F, 0x4E, 0x79));
        pen.fillOval(10, 10, 300, 300);
        pen.setColor(Color.WHITE);
        pen.fillOval(40, 40, 240, 240);
        pen.setColor(new Color(0x1F, 0x4E, 0x79));
        pen.fillOval(110, 110, 100, 100);
        pen.dispose();
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String resource) {
        try (InputStream in = SamplePermit.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
