package org.anuyat.workflow.documents;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/**
 * Chooses the mask of a QR code by the penalties of ISO/IEC 18004, 7.8.3, and applies it: the same choice as ZXing's, which draws and rates all
 * eight codes module by module and spends nine tenths of its time on it. Here rows and columns are bits of numbers, rated all at once; and how
 * two masks differ in a version is looked up, because it doesn't depend on what the code says.
 */
final class MaskChoice {

    /** Sides that fit into a number; up to version 11, or about 250 bytes. */
    static final int LARGEST = Long.SIZE;

    static final int MASKS = 8;

    private static final int RUN = 3;
    private static final int BLOCK = 3;
    private static final int FINDER = 40;
    private static final int FIVE_PERCENT = 10;

    /** By side: what distinguishes each mask from mask 0. */
    private static final Map<Integer, Bits[]> DIFFERENCES = new ConcurrentHashMap<>();

    private MaskChoice() {}

    /** Modules as rows and, once more, as columns; the lowest bit is the left or upper one. */
    private record Bits(long[] rows, long[] columns) {

        static Bits of(ByteMatrix code) {
            int side = code.getWidth();
            byte[][] modules = code.getArray();
            long[] rows = new long[side];
            long[] columns = new long[side];
            for (int y = 0; y < side; y++) {
                for (int x = 0; x < side; x++) {
                    long dark = modules[y][x];
                    rows[y] |= dark << x;
                    columns[x] |= dark << y;
                }
            }
            return new Bits(rows, columns);
        }

        Bits differingBy(Bits other) {
            return new Bits(differing(rows, other.rows), differing(columns, other.columns));
        }

        private static long[] differing(long[] some, long[] others) {
            long[] result = new long[some.length];
            for (int i = 0; i < some.length; i++) {
                result[i] = some[i] ^ others[i];
            }
            return result;
        }

        int penalty() {
            long all = -1L >>> (Long.SIZE - rows.length);
            int blocks = 0;
            int dark = 0;
            for (int y = 0; y < rows.length; y++) {
                dark += Long.bitCount(rows[y]);
                if (y > 0) {
                    long equal = ~(rows[y] ^ rows[y - 1]);
                    blocks += Long.bitCount(neighbours(rows[y], all) & neighbours(rows[y - 1], all) & equal);
                }
            }
            int total = rows.length * rows.length;
            int deviation = Math.abs(dark * 2 - total) * 10 / total;
            return lines(rows, all) + lines(columns, all) + BLOCK * blocks + FIVE_PERCENT * deviation;
        }

        /** Runs of five and more of one colour, and what looks like a finder pattern with four light modules on one side. */
        private static int lines(long[] lines, long all) {
            int penalty = 0;
            for (long line : lines) {
                long same = neighbours(line, all);
                long five = same & same >>> 1 & same >>> 2 & same >>> 3;
                penalty += Long.bitCount(five) + (RUN - 1) * Long.bitCount(five & ~(five << 1));
                long light = ~line & all;
                long finder = line & light >>> 1 & line >>> 2 & line >>> 3 & line >>> 4 & light >>> 5 & line >>> 6;
                if (finder != 0) {
                    long fourLight = light & light >>> 1 & light >>> 2 & light >>> 3;
                    penalty += FINDER * Long.bitCount(finder & (fourLight << 4 | fourLight >>> 7));
                }
            }
            return penalty;
        }

        /** Where a module is like the next one. */
        private static long neighbours(long line, long all) {
            return ~(line ^ line >>> 1) & all >>> 1;
        }
    }

    /**
     * Puts the best mask on a code of medium error correction.
     *
     * @param code with mask 0, at most {@link #LARGEST} modules on each side
     */
    static void apply(ByteMatrix code) {
        Bits unmasked = Bits.of(code);
        Bits[] differences = DIFFERENCES.computeIfAbsent(code.getWidth(), MaskChoice::differences);
        int least = unmasked.penalty();
        Bits best = null;
        for (int mask = 1; mask < MASKS; mask++) {
            int penalty = unmasked.differingBy(differences[mask]).penalty();
            if (penalty < least) {
                least = penalty;
                best = differences[mask];
            }
        }
        if (best != null) {
            put(code, best);
        }
    }

    private static void put(ByteMatrix code, Bits difference) {
        byte[][] modules = code.getArray();
        for (int y = 0; y < modules.length; y++) {
            for (long left = difference.rows()[y]; left != 0; left &= left - 1) {
                modules[y][Long.numberOfTrailingZeros(left)] ^= 1;
            }
        }
    }

    /** Any two codes of the same version that say the same differ by their masks alone. */
    private static Bits[] differences(int side) {
        Bits first = drawn(side, 0);
        Bits[] differences = new Bits[MASKS];
        for (int mask = 0; mask < MASKS; mask++) {
            differences[mask] = first.differingBy(drawn(side, mask));
        }
        return differences;
    }

    private static Bits drawn(int side, int mask) {
        Map<EncodeHintType, Object> hints = new EnumMap<>(EncodeHintType.class);
        hints.put(EncodeHintType.QR_VERSION, (side - 17) / 4);
        hints.put(EncodeHintType.QR_MASK_PATTERN, mask);
        try {
            return Bits.of(Encoder.encode("0", ErrorCorrectionLevel.M, hints).getMatrix());
        } catch (WriterException e) {
            throw new IllegalStateException("One digit fits into every QR code", e);
        }
    }
}
