package org.anuyat.workflow.issuance.signature;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.anuyat.workflow.issuance.signature.PictureRefused.Reason;

/**
 * Takes what was written off its paper: the background becomes transparent, empty margins go, and what is left is made as large
 * as it is printed. The result is a PNG with nothing in it but the picture.
 */
final class InkOnPaper {

    /** 14 mm at 600 dots per inch. */
    private static final int HEIGHT = 331;

    /** Wider ones get room above and below, so that they stay within 70 mm when they are printed 14 mm high. */
    private static final int WIDEST = 5;

    /** Paper of a lower mean than this is no light background. */
    private static final int LIGHT = 150;

    /** Shadows and the grain of paper: what is less opaque than this is paper, of 255. */
    private static final int PAPER = 56;

    /** From here on it is surely ink. */
    private static final int INK = 96;

    private InkOnPaper() {}

    /** The picture as PNG, with alpha, at most {@value #HEIGHT} pixels high. */
    static byte[] png(BufferedImage picture) {
        int width = picture.getWidth();
        int[] pixels = picture.getRGB(0, 0, width, picture.getHeight(), null, 0, width);
        if (Arrays.stream(pixels).noneMatch(pixel -> pixel >>> 24 < 128)) {
            takeOff(pixels, paper(pixels, width));
        }
        return encoded(printable(cut(pixels, width)));
    }

    /** The colour of the paper: the median of each channel along the four edges. */
    private static int[] paper(int[] pixels, int width) {
        int height = pixels.length / width;
        int[] edges = IntStream.concat(
                        IntStream.range(0, width).flatMap(x -> IntStream.of(x, (height - 1) * width + x)),
                        IntStream.range(0, height).flatMap(y -> IntStream.of(y * width, y * width + width - 1)))
                .map(at -> pixels[at])
                .toArray();
        int[] paper = new int[3];
        for (int channel = 0; channel < 3; channel++) {
            int shift = 16 - 8 * channel;
            paper[channel] = Arrays.stream(edges).map(pixel -> pixel >> shift & 0xFF).sorted().toArray()[edges.length / 2];
        }
        if (Arrays.stream(paper).sum() < 3 * LIGHT) {
            throw new PictureRefused(Reason.DARK);
        }
        return paper;
    }

    /** Gives each pixel the colour and the least opacity that give what was seen when they lie on the paper. */
    private static void takeOff(int[] pixels, int[] paper) {
        for (int i = 0; i < pixels.length; i++) {
            int opacity = 0;
            for (int channel = 0; channel < 3; channel++) {
                int seen = pixels[i] >> 16 - 8 * channel & 0xFF;
                opacity = Math.max(opacity, 255 * (paper[channel] - seen) / paper[channel]);
            }
            int colour = 0;
            for (int channel = 0; channel < 3 && opacity > PAPER; channel++) {
                int seen = pixels[i] >> 16 - 8 * channel & 0xFF;
                int own = paper[channel] - (paper[channel] - seen) * 255 / opacity;
                colour = colour << 8 | Math.max(0, Math.min(255, own));
            }
            int alpha = opacity <= PAPER ? 0 : 255 * (opacity - PAPER) / (255 - PAPER);
            pixels[i] = alpha << 24 | colour;
        }
    }

    /** What was written without the empty margins; a few dark pixels in a line are dust. */
    private static BufferedImage cut(int[] pixels, int width) {
        int height = pixels.length / width;
        int[] columns = new int[width];
        int[] lines = new int[height];
        for (int i = 0; i < pixels.length; i++) {
            if (pixels[i] >>> 24 > INK) {
                columns[i % width]++;
                lines[i / width]++;
            }
        }
        int[] across = inked(columns, 1 + height / 500);
        int[] down = inked(lines, 1 + width / 500);
        if (across.length == 0 || down.length == 0) {
            throw new PictureRefused(Reason.BLANK);
        }
        int left = across[0];
        int top = down[0];
        int wide = across[across.length - 1] - left + 1;
        int high = down[down.length - 1] - top + 1;
        if ((long) wide * high > 0.9 * pixels.length && Arrays.stream(columns).sum() > 0.6 * pixels.length) {
            throw new PictureRefused(Reason.DARK);
        }
        if (wide < SignaturePictures.LEAST_WIDTH && high < SignaturePictures.LEAST_HEIGHT) {
            throw new PictureRefused(Reason.TOO_FEW_PIXELS);
        }
        BufferedImage cut = new BufferedImage(wide, high, BufferedImage.TYPE_INT_ARGB);
        cut.setRGB(0, 0, wide, high, pixels, top * width + left, width);
        return cut;
    }

    private static int[] inked(int[] counts, int dust) {
        return IntStream.range(0, counts.length).filter(i -> counts[i] > dust).toArray();
    }

    /** As large as it is printed, in a frame that isn't too wide for its height. */
    private static BufferedImage printable(BufferedImage cut) {
        int frame = Math.max(cut.getHeight(), (cut.getWidth() + WIDEST - 1) / WIDEST);
        double scale = Math.min(1, (double) HEIGHT / frame);
        BufferedImage smaller = cut;
        // by halves, so that every pixel counts and thin strokes stay
        while (smaller.getHeight() > 2 * scale * cut.getHeight() && smaller.getHeight() > 3 && smaller.getWidth() > 3) {
            smaller = drawn(smaller, smaller.getWidth() / 2, smaller.getHeight() / 2, smaller.getHeight() / 2);
        }
        return drawn(
                smaller,
                Math.max(1, (int) Math.round(cut.getWidth() * scale)),
                Math.max(1, (int) Math.round(cut.getHeight() * scale)),
                Math.max(1, (int) Math.round(frame * scale)));
    }

    private static BufferedImage drawn(BufferedImage picture, int width, int height, int frame) {
        BufferedImage drawn = new BufferedImage(width, Math.max(height, frame), BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = drawn.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        pen.drawImage(picture, 0, (drawn.getHeight() - height) / 2, width, height, null);
        pen.dispose();
        return drawn;
    }

    private static byte[] encoded(BufferedImage picture) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(picture, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
