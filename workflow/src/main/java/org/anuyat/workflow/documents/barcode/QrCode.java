package org.anuyat.workflow.documents.barcode;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/**
 * A QR code (ISO/IEC 18004) with medium error correction, as EMVCo's merchant-presented QR and the verification pages use it.
 * Drawn as shapes, hence sharp at any size. Immutable.
 */
public final class QrCode {

    /** Light modules around the code, without which readers don't find it (ISO/IEC 18004, 6.3.8). */
    public static final int QUIET_ZONE = 4;

    /** Codes with more than that many bytes can't be read from paper with a cheap phone. */
    private static final int MOST_BYTES = 1000;

    /** From here on it is worth its time to look for the smallest code. */
    private static final int LONG = 200;

    /** The words of an SVG path, up to the largest code with its quiet zone. */
    private static final int MOST_MODULES = 177 + 2 * QUIET_ZONE;
    private static final byte[][] ROWS = words(" %d.5");
    private static final byte[][] STARTS = words("M%d");
    private static final byte[][] GAPS = words("m%d 0");
    private static final byte[][] RUNS = words("h%d");
    /** Letters of the longest gap and run together, or of a row's beginning. */
    private static final int LONGEST = 10;

    private final ByteMatrix modules;

    private QrCode(ByteMatrix modules) {
        this.modules = modules;
    }

    /**
     * Encodes a text; one in ASCII goes without a character set marker, on which some banking apps stumble.
     *
     * @param payload 1 to 1,000 bytes in UTF-8
     * @throws IllegalArgumentException if it is empty or longer
     */
    public static QrCode of(String payload) {
        int bytes = payload.getBytes(StandardCharsets.UTF_8).length;
        if (bytes == 0 || bytes > MOST_BYTES) {
            throw new IllegalArgumentException("A QR code holds 1 to " + MOST_BYTES + " bytes, not " + bytes);
        }
        boolean ascii = bytes == payload.length();
        boolean digits = payload.chars().allMatch(letter -> letter >= '0' && letter <= '9');
        ByteMatrix modules = ascii && !digits && bytes <= LONG ? plain(payload) : byLibrary(payload, bytes);
        MaskChoice.apply(modules);
        return new QrCode(modules);
    }

    /** Most codes, payment codes among them; faster than the library by far. */
    private static ByteMatrix plain(String payload) {
        Codewords.Encoded encoded = Codewords.of(payload);
        return Placement.of(encoded.version()).place(encoded.codewords());
    }

    private static ByteMatrix byLibrary(String payload, int bytes) {
        Map<EncodeHintType, Object> hints = new EnumMap<>(EncodeHintType.class);
        if (bytes > payload.length()) {
            hints.put(EncodeHintType.CHARACTER_SET, StandardCharsets.UTF_8.name());
        }
        if (bytes > LONG) {
            // parts in capital letters and digits take 5.5 bits a character instead of 8
            hints.put(EncodeHintType.QR_COMPACT, true);
        }
        hints.put(EncodeHintType.QR_MASK_PATTERN, 0);
        try {
            return Encoder.encode(payload, ErrorCorrectionLevel.M, hints).getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException("No QR code for " + bytes + " bytes", e);
        }
    }

    /** Modules on each side, without the quiet zone. */
    public int size() {
        return modules.getWidth();
    }

    /** Whether the module at this place, counted from the upper left without the quiet zone, is dark. */
    public boolean isDark(int column, int row) {
        return modules.get(column, row) == 1;
    }

    /**
     * An SVG image with its quiet zone, one unit a module; give it its size by CSS. Needs neither script nor inline style, so it
     * goes into pages under a strict content security policy.
     *
     * @param title what a screen reader says instead
     */
    public String svg(String title) {
        int side = size() + 2 * QUIET_ZONE;
        StringBuilder svg = new StringBuilder();
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ").append(side).append(' ').append(side)
                .append("\" role=\"img\" shape-rendering=\"crispEdges\"><title>").append(escape(title))
                .append("</title><path fill=\"#fff\" d=\"M0 0h").append(side).append('v').append(side).append("H0z\"/><path stroke=\"#000\" d=\"");
        return svg.append(path()).append("\"/></svg>").toString();
    }

    /** Each row as one broken line along its middle: half as long as shapes, and the page is to reach a phone. */
    private String path() {
        int side = size();
        // every second module begins a run at most
        byte[] path = new byte[((side + 1) / 2 + 1) * side * LONGEST];
        int[] at = {0, -1, 0};
        eachRun((column, row, length) -> {
            if (row == at[1]) {
                at[0] = put(GAPS[column - at[2]], path, at[0]);
            } else {
                at[0] = put(STARTS[column + QUIET_ZONE], path, at[0]);
                at[0] = put(ROWS[row + QUIET_ZONE], path, at[0]);
            }
            at[0] = put(RUNS[length], path, at[0]);
            at[1] = row;
            at[2] = column + length;
        });
        return new String(path, 0, at[0], StandardCharsets.ISO_8859_1);
    }

    private static int put(byte[] word, byte[] text, int at) {
        System.arraycopy(word, 0, text, at, word.length);
        return at + word.length;
    }

    private static byte[][] words(String format) {
        return IntStream.range(0, MOST_MODULES)
                .mapToObj(number -> String.format(Locale.ROOT, format, number).getBytes(StandardCharsets.ISO_8859_1))
                .toArray(byte[][]::new);
    }

    /**
     * A PNG image with its quiet zone, black on white, for what can't show SVG: a banking app reads pictures from the phone's gallery.
     *
     * @param least pixels on each side at least; each module has the same whole number of them
     */
    public byte[] png(int least) {
        int modulesWithZone = size() + 2 * QUIET_ZONE;
        int module = Math.max(1, (least + modulesWithZone - 1) / modulesWithZone);
        int side = module * modulesWithZone;
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, side, side);
        pen.setColor(Color.BLACK);
        pen.fill(shape(0, 0, side));
        pen.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException("A picture that is made in memory", e);
        }
        return png.toByteArray();
    }

    /** The dark modules within a square of the given place and size, which includes the quiet zone. */
    public Path2D shape(double x, double y, double side) {
        double module = side / (size() + 2 * QUIET_ZONE);
        Path2D shape = new Path2D.Double(Path2D.WIND_NON_ZERO);
        eachRun((column, row, length) -> {
            double left = x + (column + QUIET_ZONE) * module;
            double top = y + (row + QUIET_ZONE) * module;
            shape.moveTo(left, top);
            shape.lineTo(left + length * module, top);
            shape.lineTo(left + length * module, top + module);
            shape.lineTo(left, top + module);
            shape.closePath();
        });
        return shape;
    }

    private interface RunVisitor {
        void run(int column, int row, int length);
    }

    private void eachRun(RunVisitor visitor) {
        byte[][] rows = modules.getArray();
        for (int row = 0; row < rows.length; row++) {
            byte[] line = rows[row];
            for (int column = 0; column < line.length; column++) {
                int end = column;
                while (end < line.length && line[end] == 1) {
                    end++;
                }
                if (end > column) {
                    visitor.run(column, row, end - column);
                    column = end;
                }
            }
        }
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
