package org.anuyat.workflow.files;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import org.anuyat.workflow.files.FileRefused.Code;

/**
 * Decodes pictures to their last line. Bounds: {@value #MOST_PIXELS} pixels (an A3 sheet at 600 dpi has less), a few pictures
 * at once, and only every n-th pixel kept, so that a picture cannot exhaust the memory.
 */
final class PictureReader {

    private static final long MOST_PIXELS = 80_000_000;
    private static final int LONGEST_SIDE = 30_000;
    private static final int KEPT_SIDE = 512;
    private static final int AT_ONCE = 4;

    private final Semaphore places = new Semaphore(AT_ONCE);

    void read(Path file, String format) throws IOException {
        places.acquireUninterruptibly();
        try (ImageInputStream in = new FileImageInputStream(file.toFile())) {
            ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
            try {
                decode(reader, in);
            } finally {
                reader.dispose();
            }
        } finally {
            places.release();
        }
        if (format.equals("png")) {
            requireNothingAfterTheEnd(file);
        }
    }

    private static void decode(ImageReader reader, ImageInputStream in) {
        boolean[] incomplete = {false};
        try {
            reader.setInput(in, true, true);
            reader.addIIOReadWarningListener((source, warning) -> incomplete[0] |= saysIncomplete(warning));
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (width > LONGEST_SIDE || height > LONGEST_SIDE || (long) width * height > MOST_PIXELS) {
                throw new FileRefused(Code.TOO_LARGE, width + " x " + height + " pixels");
            }
            ImageReadParam some = reader.getDefaultReadParam();
            int step = Math.max(1, Math.max(width, height) / KEPT_SIDE);
            some.setSourceSubsampling(step, step, 0, 0);
            reader.read(0, some);
        } catch (FileRefused e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // the decoders throw whatever they stumble over
            throw new FileRefused(Code.DAMAGED, "the picture cannot be decoded: " + e.getClass().getSimpleName());
        }
        if (incomplete[0]) {
            throw new FileRefused(Code.DAMAGED, "the picture ends too early");
        }
    }

    /** The words of the JDK's JPEG reader and of the library below it. */
    private static boolean saysIncomplete(String warning) {
        return warning.contains("Truncated") || warning.contains("Premature end");
    }

    /** A PNG ends with its IEND chunk; what follows belongs to something else. */
    private static void requireNothingAfterTheEnd(Path file) throws IOException {
        try (RandomAccessFile png = new RandomAccessFile(file.toFile(), "r")) {
            png.seek(8);
            while (png.getFilePointer() + 12 <= png.length()) {
                long length = png.readInt() & 0xFFFFFFFFL;
                int type = png.readInt();
                png.seek(png.getFilePointer() + length + 4);
                if (type == 0x49454E44) {
                    break;
                }
            }
            if (png.getFilePointer() != png.length()) {
                throw new FileRefused(Code.CONTENT_MISMATCH, "something follows the end of the picture");
            }
        }
    }
}
