package org.anuyat.journeys.papers;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.MultiFormatReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.imageio.ImageIO;

/** Reads QR codes as a telephone does: from what is seen. */
public final class QrCode {

    private QrCode() {}

    /** The text of the code in a screenshot. */
    public static String in(byte[] screenshot) {
        try {
            return in(ImageIO.read(new ByteArrayInputStream(screenshot)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String in(BufferedImage picture) {
        try {
            return new MultiFormatReader()
                    .decode(
                            new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(picture))),
                            Map.of(DecodeHintType.TRY_HARDER, true))
                    .getText();
        } catch (NotFoundException e) {
            throw new AssertionError("a telephone finds no QR code in this picture", e);
        }
    }
}
