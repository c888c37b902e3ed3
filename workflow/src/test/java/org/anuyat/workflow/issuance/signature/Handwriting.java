package org.anuyat.workflow.issuance.signature;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Signatures as officers would bring them. */
final class Handwriting {

    static final Color INK = new Color(0x1B, 0x2A, 0x6B);

    private Handwriting() {}

    /** A signature in the middle of a sheet, whose bounds are three fifths of it across and two fifths down. */
    static BufferedImage sheet(int width, int height, Color paper) {
        BufferedImage sheet = blank(width, height, paper);
        Graphics2D pen = sheet.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(INK);
        pen.setStroke(new BasicStroke(Math.max(3, height / 60f), BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL));
        Path2D line = new Path2D.Double();
        line.moveTo(0.2 * width, 0.7 * height);
        line.lineTo(0.35 * width, 0.3 * height);
        line.lineTo(0.5 * width, 0.7 * height);
        line.lineTo(0.65 * width, 0.3 * height);
        line.lineTo(0.8 * width, 0.7 * height);
        pen.draw(line);
        pen.dispose();
        return sheet;
    }

    static BufferedImage blank(int width, int height, Color paper) {
        BufferedImage sheet = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = sheet.createGraphics();
        pen.setColor(paper);
        pen.fillRect(0, 0, width, height);
        pen.dispose();
        return sheet;
    }

    static byte[] file(BufferedImage picture, String format) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(picture, format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static InputStream stream(BufferedImage picture, String format) {
        return new ByteArrayInputStream(file(picture, format));
    }

    static BufferedImage picture(byte[] file) {
        try {
            return ImageIO.read(new ByteArrayInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
