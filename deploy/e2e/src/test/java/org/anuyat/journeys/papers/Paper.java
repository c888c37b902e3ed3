package org.anuyat.journeys.papers;

import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** Files that people hand in. */
public final class Paper {

    private Paper() {}

    /** A real PDF of one page. */
    public static FilePayload pdf(String name) {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 24);
                content.newLineAtOffset(72, 700);
                content.showText("Anuyat, a paper for trying");
                content.endText();
            }
            document.save(out);
            return new FilePayload(name, "application/pdf", out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A photograph as an inspector takes it. */
    public static FilePayload photo(String name) {
        BufferedImage picture = new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB);
        Graphics2D drawing = picture.createGraphics();
        drawing.setColor(new Color(0xd8cfc0));
        drawing.fillRect(0, 0, 800, 600);
        drawing.setColor(new Color(0x5a7d7c));
        drawing.fillRect(120, 220, 560, 300);
        drawing.dispose();
        return picture(name, picture, "jpeg");
    }

    /** A photograph of 12 megabytes, of which no program makes less. */
    public static FilePayload largePhoto(String name) {
        BufferedImage noise = new BufferedImage(2_400, 1_700, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(26);
        noise.setRGB(0, 0, 2_400, 1_700, random.ints(2_400 * 1_700).toArray(), 0, 2_400);
        return picture(name, noise, "png");
    }

    private static FilePayload picture(String name, BufferedImage picture, String format) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(picture, format, out);
            return new FilePayload(name, "image/" + format, out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A program of Windows under the name of a PDF. */
    public static FilePayload programNamed(String name) {
        byte[] program = Arrays.copyOf("MZ\u0090\0\3\0\0\0".getBytes(StandardCharsets.ISO_8859_1), 4_096);
        return new FilePayload(name, "application/pdf", program);
    }
}
