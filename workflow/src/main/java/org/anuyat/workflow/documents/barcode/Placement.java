package org.anuyat.workflow.documents.barcode;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.decoder.Version;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/**
 * Where codewords stand in a version of medium error correction (ISO/IEC 18004, 7.7.3), under mask 0. All other modules are those of a code
 * that ZXing drew.
 */
final class Placement {

    private static final Map<Integer, Placement> KNOWN = new ConcurrentHashMap<>();

    /** Column of the vertical timing pattern, which no codeword crosses. */
    private static final int TIMING = 6;
    private static final int FINDER = 9;
    private static final int FAR_FINDER = 8;
    private static final int ALIGNMENT = 2;
    private static final int FIRST_WITH_NUMBER = 7;
    private static final int NUMBER_LONG = 6;
    private static final int NUMBER_FROM_END = 11;

    private final byte[][] blank;
    private final int[] rows;
    private final int[] columns;

    private Placement(Version version) {
        int side = version.getDimensionForVersion();
        boolean[][] taken = taken(version, side);
        blank = drawn(version).getArray();
        int words = version.getTotalCodewords() * Byte.SIZE;
        rows = new int[words];
        columns = new int[words];
        int bit = 0;
        boolean up = true;
        for (int right = side - 1; right > 0; right -= 2) {
            if (right == TIMING) {
                right--;
            }
            for (int i = 0; i < side; i++) {
                int row = up ? side - 1 - i : i;
                for (int column = right; column > right - 2; column--) {
                    if (!taken[row][column]) {
                        blank[row][column] = (byte) ((row + column) % 2 == 0 ? 1 : 0);
                        if (bit < words) {
                            rows[bit] = row;
                            columns[bit] = column;
                            bit++;
                        }
                    }
                }
            }
            up = !up;
        }
    }

    static Placement of(Version version) {
        return KNOWN.computeIfAbsent(version.getVersionNumber(), number -> new Placement(version));
    }

    /** A code with these codewords under mask 0. */
    ByteMatrix place(byte[] codewords) {
        ByteMatrix code = new ByteMatrix(blank.length, blank.length);
        byte[][] modules = code.getArray();
        for (int row = 0; row < blank.length; row++) {
            System.arraycopy(blank[row], 0, modules[row], 0, blank.length);
        }
        for (int bit = 0; bit < rows.length; bit++) {
            modules[rows[bit]][columns[bit]] ^= (byte) (codewords[bit / Byte.SIZE] >> Byte.SIZE - 1 - bit % Byte.SIZE & 1);
        }
        return code;
    }

    /** Finder patterns with the format beside them, timing and alignment patterns, and the version's number (6.3). */
    private static boolean[][] taken(Version version, int side) {
        boolean[][] taken = new boolean[side][side];
        fill(taken, 0, 0, FINDER, FINDER);
        fill(taken, 0, side - FAR_FINDER, FINDER, FAR_FINDER);
        fill(taken, side - FAR_FINDER, 0, FAR_FINDER, FINDER);
        fill(taken, TIMING, 0, 1, side);
        fill(taken, 0, TIMING, side, 1);
        int[] centers = version.getAlignmentPatternCenters();
        int last = centers.length - 1;
        for (int i = 0; i <= last; i++) {
            for (int j = 0; j <= last; j++) {
                boolean inFinder = i == 0 && j == 0 || i == 0 && j == last || i == last && j == 0;
                if (!inFinder) {
                    fill(taken, centers[i] - ALIGNMENT, centers[j] - ALIGNMENT, 2 * ALIGNMENT + 1, 2 * ALIGNMENT + 1);
                }
            }
        }
        if (version.getVersionNumber() >= FIRST_WITH_NUMBER) {
            fill(taken, 0, side - NUMBER_FROM_END, NUMBER_LONG, NUMBER_FROM_END - FAR_FINDER);
            fill(taken, side - NUMBER_FROM_END, 0, NUMBER_FROM_END - FAR_FINDER, NUMBER_LONG);
        }
        return taken;
    }

    private static void fill(boolean[][] taken, int row, int column, int height, int width) {
        for (int y = row; y < row + height; y++) {
            for (int x = column; x < column + width; x++) {
                taken[y][x] = true;
            }
        }
    }

    private static ByteMatrix drawn(Version version) {
        Map<EncodeHintType, Object> hints = new EnumMap<>(EncodeHintType.class);
        hints.put(EncodeHintType.QR_VERSION, version.getVersionNumber());
        hints.put(EncodeHintType.QR_MASK_PATTERN, 0);
        try {
            return Encoder.encode("0", ErrorCorrectionLevel.M, hints).getMatrix();
        } catch (WriterException e) {
            throw new IllegalStateException("One digit fits into every QR code", e);
        }
    }
}
