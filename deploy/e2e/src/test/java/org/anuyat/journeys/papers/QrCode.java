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
import java.util.Optional;
import javax.imageio.ImageIO;

/** Reads QR codes as a telephone does: from what is seen. */
public final class QrCode {

    private QrCode() {}

    /** The text of the code in a screenshot, on which two readers that know nothing of each other agree. */
    public static String in(byte[] screenshot) {
        try {
            String text = seenIn(ImageIO.read(new ByteArrayInputStream(screenshot)))
                    .orElseThrow(() -> new AssertionError("a telephone finds no QR code in this picture"));
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

    /** The text of the code in a picture; empty when ZXing doesn't find it there, as happens to a good code at one distance and not at the next. */
    static Optional<String> seenIn(BufferedImage picture) {
        try {
            return Optional.of(new MultiFormatReader()
                    .decode(
                            new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(picture))),
                            Map.of(DecodeHintType.TRY_HARDER, true))
                    .getText());
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }
}
