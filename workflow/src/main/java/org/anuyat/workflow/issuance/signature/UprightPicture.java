package org.anuyat.workflow.issuance.signature;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.anuyat.workflow.issuance.signature.PictureRefused.Reason;

/** Reads a picture with alpha, turned as it is meant to be looked at, and no larger in memory than it has to be. */
final class UprightPicture {

    /** Enough for a print of 14 mm, however much paper lies around what was written. */
    private static final int KEPT_SIDE = 3000;

    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final int ORIENTATION = 0x0112;

    private UprightPicture() {}

    static BufferedImage read(byte[] content) {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return turned(read(reader), orientation(content));
            } finally {
                reader.dispose();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a picture that was checked can't be read", e);
        }
    }

    private static BufferedImage read(ImageReader reader) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if (Math.max(width, height) > SignaturePictures.LONGEST_SIDE) {
            throw new PictureRefused(Reason.TOO_MANY_PIXELS);
        }
        if (Math.max(width, height) < SignaturePictures.LEAST_WIDTH
                || Math.min(width, height) < SignaturePictures.LEAST_HEIGHT) {
            throw new PictureRefused(Reason.TOO_FEW_PIXELS);
        }
        ImageReadParam some = reader.getDefaultReadParam();
        int step = (Math.max(width, height) + KEPT_SIDE - 1) / KEPT_SIDE;
        some.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, some);
    }

    /** Turns and mirrors as the camera says (Exif 2.32, section 4.6.4, tag 0x0112), into colours with alpha. */
    private static BufferedImage turned(BufferedImage picture, int orientation) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        boolean sideways = orientation >= 5;
        BufferedImage upright =
                new BufferedImage(sideways ? height : width, sideways ? width : height, BufferedImage.TYPE_INT_ARGB);
        AffineTransform turn = switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
        Graphics2D pen = upright.createGraphics();
        pen.drawImage(picture, turn, null);
        pen.dispose();
        return upright;
    }

    /** 1 to 8; 1 when the picture doesn't say, or says it in a way that nobody else would understand either. */
    private static int orientation(byte[] content) {
        ByteBuffer jpeg = ByteBuffer.wrap(content);
        int at = 2;
        while (at + 10 < content.length && (content[at] & 0xFF) == 0xFF && (content[at + 1] & 0xFF) != 0xDA) {
            int length = Short.toUnsignedInt(jpeg.getShort(at + 2));
            int begin = at + 4;
            int end = Math.min(at + 2 + length, content.length);
            if ((content[at + 1] & 0xFF) == 0xE1 && begin + EXIF.length < end
                    && Arrays.equals(content, begin, begin + EXIF.length, EXIF, 0, EXIF.length)) {
                return orientation(ByteBuffer.wrap(content, begin + EXIF.length, end - begin - EXIF.length).slice());
            }
            at += 2 + length;
        }
        return 1;
    }

    /** Looks through the first directory of a TIFF structure, whose entries have twelve bytes each. */
    private static int orientation(ByteBuffer tiff) {
        if (tiff.limit() < 10) {
            return 1;
        }
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        if (directory < 8 || directory > tiff.limit() - 2) {
            return 1;
        }
        int entries = Short.toUnsignedInt(tiff.getShort(directory));
        for (int i = 0; i < entries && directory + 14 + 12 * i <= tiff.limit(); i++) {
            int entry = directory + 2 + 12 * i;
            if (Short.toUnsignedInt(tiff.getShort(entry)) == ORIENTATION) {
                int value = Short.toUnsignedInt(tiff.getShort(entry + 8));
                return value >= 1 && value <= 8 ? value : 1;
            }
        }
        return 1;
    }
}
