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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;

/** Reads QR codes as a telephone does: from what is seen. */
public final class QrCode {

    private QrCode() {}

    /** The text of the code in a screenshot, on which two readers that know nothing of each other agree. */
    public static String in(byte[] screenshot) {
        try {
            String text = in(ImageIO.read(new ByteArrayInputStream(screenshot)));
            String other = byZbar(screenshot);
            if (!other.equals(text)) {
                throw new AssertionError("ZXing reads " + text + " but zbar reads " + other);
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String byZbar(byte[] screenshot) throws IOException {
        Path picture = Files.createTempFile("screenshot", ".png");
        try {
            Files.write(picture, screenshot);
            Process zbar = new ProcessBuilder("zbarimg", "--quiet", "--raw", picture.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new String(zbar.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new IllegalStateException("zbarimg could not be run. It belongs to zbar-tools (apt-get install zbar-tools)", e);
        } finally {
            Files.delete(picture);
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
