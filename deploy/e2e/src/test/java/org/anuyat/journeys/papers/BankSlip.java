package org.anuyat.journeys.papers;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.client.j2se.MatrixToImageWriter;
import com.google.zxing.qrcode.QRCodeWriter;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;

/**
 * What a banking app leaves in a phone's pictures after a transfer.
 *
 * @param transaction the sending bank's number, which the small code at the foot bears; empty for a slip without one
 * @param baht what it says it paid
 */
public record BankSlip(String transaction, String baht) {

    private static final String SENDING_BANK = "004";
    private static final int WIDTH = 720;
    private static final int HEIGHT = 1_160;
    private static final int CODE = 200;
    private static final int MARGIN = 44;
    private static final int LINE = 74;

    /** As phones keep it. */
    public FilePayload jpg(String name) {
        return new FilePayload(name, "image/jpeg", file("jpg"));
    }

    /** As a picture without losses. */
    public FilePayload png(String name) {
        return new FilePayload(name, "image/png", file("png"));
    }

    /** As some banks send it by mail. */
    public FilePayload pdf(String name) {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawImage(LosslessFactory.createFromImage(document, drawn()), 120, 150, 360, 580);
            }
            document.save(out);
            return new FilePayload(name, "application/pdf", out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] file(String format) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(drawn(), format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private BufferedImage drawn() {
        BufferedImage slip = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = slip.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setColor(new Color(0x1B6B4F));
        pen.fillRect(0, 0, WIDTH, 150);
        pen.setColor(Color.WHITE);
        pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 40));
        pen.drawString("Payment successful", MARGIN, 92);
        pen.setColor(new Color(0x222222));
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 30));
        String[] lines = {"From", "Nida J.  xxx-x-x1234-x", "To", "Tua Yang Municipality", "Amount", baht + " THB", "Reference", transaction};
        for (int line = 0; line < lines.length; line++) {
            pen.drawString(lines[line], MARGIN, 230 + line * LINE);
        }
        if (!transaction.isEmpty()) {
            pen.drawImage(code(), WIDTH - CODE - MARGIN, HEIGHT - CODE - MARGIN, null);
        }
        pen.dispose();
        return slip;
    }

    private BufferedImage code() {
        try {
            return MatrixToImageWriter.toBufferedImage(new QRCodeWriter().encode(payload(), BarcodeFormat.QR_CODE, CODE, CODE));
        } catch (WriterException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Kind of the slip, sending bank, transfer; country; check sum. */
    private String payload() {
        String text = field("00", field("00", "000001") + field("01", SENDING_BANK) + field("02", transaction)) + field("51", "TH") + "9104";
        int crc = 0xFFFF;
        for (byte octet : text.getBytes(StandardCharsets.US_ASCII)) {
            crc ^= (octet & 0xFF) << 8;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x8000) == 0 ? crc << 1 & 0xFFFF : (crc << 1 ^ 0x1021) & 0xFFFF;
            }
        }
        return text + "%04X".formatted(crc);
    }

    private static String field(String tag, String value) {
        return "%s%02d%s".formatted(tag, value.length(), value);
    }
}
