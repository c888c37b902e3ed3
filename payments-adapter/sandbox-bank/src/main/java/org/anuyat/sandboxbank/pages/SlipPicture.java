package org.anuyat.sandboxbank.pages;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.client.j2se.MatrixToImageWriter;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.anuyat.sandboxbank.ledger.Entry;
import org.anuyat.sandboxbank.ledger.Ledger;

/** The slip that a banking app leaves in the phone's pictures: here only its mini-QR, at its usual place. */
final class SlipPicture {

    private static final int WIDTH = 720;
    private static final int HEIGHT = 1280;
    private static final int CODE = 220;
    private static final int MARGIN = 40;

    private SlipPicture() {}

    static byte[] png(Entry entry) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            BufferedImage code = MatrixToImageWriter.toBufferedImage(
                    new QRCodeWriter().encode(payload(entry.transactionId()), BarcodeFormat.QR_CODE, CODE, CODE));
            BufferedImage slip = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
            Graphics2D pen = slip.createGraphics();
            pen.setColor(new Color(0xEDF2EF));
            pen.fillRect(0, 0, WIDTH, HEIGHT);
            pen.drawImage(code, WIDTH - CODE - MARGIN, HEIGHT - CODE - MARGIN, null);
            pen.dispose();
            ImageIO.write(slip, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (WriterException e) {
            throw new IllegalStateException("the payload of a slip fits into a QR code", e);
        }
    }

    /** Mini-QR of Thai slips: kind of the slip, sending bank, transfer; country; check sum. */
    static String payload(String transaction) {
        String inner = field("00", "000001") + field("01", Ledger.BANK) + field("02", transaction);
        String text = field("00", inner) + field("51", "TH") + "9104";
        return text + "%04X".formatted(checkSum(text));
    }

    private static String field(String tag, String value) {
        return "%s%02d%s".formatted(tag, value.length(), value);
    }

    /** CRC-16/CCITT-FALSE. */
    private static int checkSum(String text) {
        int crc = 0xFFFF;
        for (byte octet : text.getBytes(StandardCharsets.US_ASCII)) {
            crc ^= (octet & 0xFF) << 8;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x8000) == 0 ? crc << 1 & 0xFFFF : (crc << 1 ^ 0x1021) & 0xFFFF;
            }
        }
        return crc;
    }
}
