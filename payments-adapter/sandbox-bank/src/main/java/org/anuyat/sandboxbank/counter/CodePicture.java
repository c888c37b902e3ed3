package org.anuyat.sandboxbank.counter;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.anuyat.sandboxbank.counter.UnreadableCode.Reason;
import org.jspecify.annotations.Nullable;

/** Finds the QR code in a screenshot or photograph. */
public final class CodePicture {

    private static final long MOST_PIXELS = 40_000_000;
    private static final Map<DecodeHintType, Object> HINTS = Map.of(
            DecodeHintType.POSSIBLE_FORMATS, List.of(BarcodeFormat.QR_CODE), DecodeHintType.TRY_HARDER, Boolean.TRUE);

    private CodePicture() {}

    /**
     * Reads the text of the code in a PNG, JPEG, GIF or BMP file.
     *
     * @throws UnreadableCode when it isn't such a file, is too large, or shows no code
     */
    public static String read(byte[] file) {
        LuminanceSource light = new BufferedImageLuminanceSource(picture(file));
        String text = decode(new BinaryBitmap(new HybridBinarizer(light)));
        if (text == null) {
            text = decode(new BinaryBitmap(new GlobalHistogramBinarizer(light)));
        }
        if (text == null) {
            throw new UnreadableCode(Reason.NO_CODE_IN_PICTURE, "no QR code was found");
        }
        return text;
    }

    private static BufferedImage picture(byte[] file) {
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                throw new UnreadableCode(Reason.PICTURE, "no known kind of picture");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(input);
                // looked at before decoding: a small file may unfold into gigabytes
                if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
                    throw new UnreadableCode(Reason.PICTURE_TOO_LARGE, "more than " + MOST_PIXELS + " pixels");
                }
                return reader.read(0);
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new UnreadableCode(Reason.PICTURE, "the picture is damaged", e);
        }
    }

    private static @Nullable String decode(BinaryBitmap bitmap) {
        try {
            return new MultiFormatReader().decode(bitmap, HINTS).getText();
        } catch (NotFoundException e) {
            return null;
        }
    }
}
