package org.anuyat.workflow.files;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;

/** Files as people upload them, good ones and bad ones. */
public final class Specimens {

    private Specimens() {}

    interface Change {
        void to(PDDocument document) throws IOException;
    }

    /** A PDF of one empty page. */
    public static byte[] pdf() {
        return pdf(document -> {});
    }

    static byte[] pdfWithScript() {
        return pdf(document ->
                document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('สวัสดี')")));
    }

    static byte[] pdfThatLaunches() {
        return pdf(document -> {
            PDActionLaunch launch = new PDActionLaunch();
            launch.setF("cmd.exe");
            document.getDocumentCatalog().setOpenAction(launch);
        });
    }

    static byte[] encryptedPdf(String userPassword) {
        return pdf(document ->
                document.protect(new StandardProtectionPolicy("owner", userPassword, new AccessPermission())));
    }

    static byte[] pdf(Change change) {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            change.to(document);
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A picture of that size; {@code png} or {@code jpg}. */
    public static byte[] picture(String format, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        for (int x = 0; x < width; x += 10) {
            pen.setColor(new Color(x % 255, (x * 7) % 255, (x * 13) % 255));
            pen.fillRect(x, 0, 10, height);
        }
        pen.dispose();
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(image, format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The head of a Windows program and some bytes. */
    public static byte[] program() {
        byte[] program = new byte[4096];
        program[0] = 'M';
        program[1] = 'Z';
        return program;
    }

    static byte[] docx(String... moreParts) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                put(zip, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
                put(zip, "word/document.xml", "<w:document/>");
                for (String part : moreParts) {
                    put(zip, part, "x");
                }
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] zip() {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                put(zip, "readme.txt", "hello");
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An old Word document as far as its directory goes: one entry of 128 bytes for each stream. */
    static byte[] doc(String... streams) {
        byte[] doc = new byte[512 + 128 * Math.max(4, streams.length)];
        int[] signature = {0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1};
        for (int i = 0; i < signature.length; i++) {
            doc[i] = (byte) signature[i];
        }
        for (int i = 0; i < streams.length; i++) {
            byte[] name = streams[i].getBytes(StandardCharsets.UTF_16LE);
            System.arraycopy(name, 0, doc, 512 + 128 * i, name.length);
            doc[512 + 128 * i + 64] = (byte) (name.length + 2);
        }
        return doc;
    }

    static byte[] joined(byte[] first, byte[] second) {
        byte[] both = new byte[first.length + second.length];
        System.arraycopy(first, 0, both, 0, first.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static void put(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
