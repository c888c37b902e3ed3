package org.anuyat.workflow.documents.barcode;

import java.util.Arrays;
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

    /** Sides that fit into two numbers; up to version 27, or 1,000 bytes and some more. */
    static final int LARGEST = 2 * Long.SIZE;

    static final int MASKS = 8;

    private static final int RUN = 3;
    private static final int BLOCK = 3;
    private static final int FINDER = 40;
    private static final int FIVE_PERCENT = 10;

    /** By side: what distinguishes each mask from mask 0. */
    private static final Map<Integer, Bits[]> DIFFERENCES = new ConcurrentHashMap<>();

    private MaskChoice() {}

    /** Modules as rows and, once more, as columns; the lowest bit is the left or upper one. */
    private record Bits(Line[] rows, Line[] columns) {

        static Bits of(ByteMatrix code) {
            int side = code.getWidth();
            byte[][] modules = code.getArray();
            Line[] rows = new Line[side];
            long[][] columns = new long[side][2];
            for (int y = 0; y < side; y++) {
                long[] row = new long[2];
                for (int x = 0; x < side; x++) {
                    if (modules[y][x] == 1) {
                        // shifting begins anew after 64: the second number goes on where the first ends
                        row[x / Long.SIZE] |= 1L << x;
                        columns[x][y / Long.SIZE] |= 1L << y;
                    }
                }
                rows[y] = new Line(row[0], row[1]);
            }
            return new Bits(rows, Arrays.stream(columns).map(column -> new Line(column[0], column[1])).toArray(Line[]::new));
        }

        Bits differingBy(Bits other) {
            return new Bits(differing(rows, other.rows), differing(columns, other.columns));
        }

        private static Line[] differing(Line[] some, Line[] others) {
            Line[] result = new Line[some.length];
            for (int i = 0; i < some.length; i++) {
                result[i] = some[i].differing(others[i]);
            }
            return result;
        }

        /** @param enough what is worse needn't be rated to the end: any penalty above it may be returned then */
        int penalty(int enough) {
            Line all = Line.full(rows.length);
            int blocks = 0;
            int dark = 0;
            Line above = Line.NONE;
            for (int y = 0; y < rows.length; y++) {
                Line same = neighbours(rows[y], all);
                dark += rows[y].count();
                if (y > 0) {
                    blocks += same.and(above).without(rows[y].differing(rows[y - 1])).count();
                }
                above = same;
            }
            int total = rows.length * rows.length;
            int deviation = Math.abs(dark * 2 - total) * 10 / total;
            int penalty = lines(rows, all, BLOCK * blocks + FIVE_PERCENT * deviation, enough);
            return penalty > enough ? penalty : lines(columns, all, penalty, enough);
        }

        /** Runs of five and more of one colour, and what looks like a finder pattern with four light modules on one side. */
        private static int lines(Line[] lines, Line all, int before, int enough) {
            int penalty = before;
            for (int i = 0; i < lines.length && penalty <= enough; i++) {
                Line line = lines[i];
                Line same = neighbours(line, all);
                Line pairs = same.and(same.from(1));
                Line five = pairs.and(pairs.from(2));
                penalty += five.count() + (RUN - 1) * five.without(five.to(1)).count();
                Line light = all.without(line);
                Line finder = line.and(light.from(1)).and(line.from(2)).and(line.from(3)).and(line.from(4)).and(light.from(5))
                        .and(line.from(6));
                if (finder.low() != 0 || finder.high() != 0) {
                    Line two = light.and(light.from(1));
                    Line four = two.and(two.from(2));
                    penalty += FINDER * finder.and(four.to(4).or(four.from(7))).count();
                }
            }
            return penalty;
        }

        /** Where a module is like the next one. */
        private static Line neighbours(Line line, Line all) {
            return all.from(1).without(line.differing(line.from(1)));
        }
    }

    /** Up to 128 modules; the first 64 are low. */
    private record Line(long low, long high) {

        static final Line NONE = new Line(0, 0);

        static Line full(int side) {
            return side <= Long.SIZE ? new Line(-1L >>> Long.SIZE - side, 0) : new Line(-1L, -1L >>> LARGEST - side);
        }

        Line and(Line other) {
            return new Line(low & other.low, high & other.high);
        }

        Line or(Line other) {
            return new Line(low | other.low, high | other.high);
        }

        Line without(Line other) {
            return new Line(low & ~other.low, high & ~other.high);
        }

        Line differing(Line other) {
            return new Line(low ^ other.low, high ^ other.high);
        }

        /** What begins with so many modules further on, 1 to 63. */
        Line from(int modules) {
            return new Line(low >>> modules | high << Long.SIZE - modules, high >>> modules);
        }

        /** The same moved on by so many modules, 1 to 63. */
        Line to(int modules) {
            return new Line(low << modules, high << modules | low >>> Long.SIZE - modules);
        }

        int count() {
            return Long.bitCount(low) + Long.bitCount(high);
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
        int least = unmasked.penalty(Integer.MAX_VALUE);
        Bits best = null;
        for (int mask = 1; mask < MASKS; mask++) {
            int penalty = unmasked.differingBy(differences[mask]).penalty(least);
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
            Line row = difference.rows()[y];
            turn(modules[y], row.low(), 0);
            turn(modules[y], row.high(), Long.SIZE);
        }
    }

    private static void turn(byte[] row, long where, int from) {
        for (long left = where; left != 0; left &= left - 1) {
            row[from + Long.numberOfTrailingZeros(left)] ^= 1;
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
