package org.anuyat.workflow.documents.barcode;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The error correction of QR codes: the remainder of a division by a generator polynomial over GF(256) with the polynomial 285 (ISO/IEC
 * 18004, 7.5.2). ZXing's gives the same, but makes its generator anew for every block, which was two fifths of a payment code's time.
 */
final class ReedSolomon {

    private static final int FIELD = 256;
    private static final int POLYNOMIAL = 0x11D;
    private static final int ORDER = FIELD - 1;
    private static final int[] POWERS = new int[2 * ORDER];
    private static final int[] LOGARITHMS = new int[FIELD];
    private static final Map<Integer, ReedSolomon> KNOWN = new ConcurrentHashMap<>();

    static {
        int power = 1;
        for (int i = 0; i < ORDER; i++) {
            POWERS[i] = power;
            POWERS[i + ORDER] = power;
            LOGARITHMS[power] = i;
            power <<= 1;
            if (power >= FIELD) {
                power ^= POLYNOMIAL;
            }
        }
    }

    /** By factor: the generator without its leading term, times the factor. */
    private final byte[][] multiples;

    private ReedSolomon(int codewords) {
        int[] generator = generator(codewords);
        multiples = new byte[FIELD][codewords];
        for (int factor = 0; factor < FIELD; factor++) {
            for (int i = 0; i < codewords; i++) {
                multiples[factor][i] = (byte) product(factor, generator[i + 1]);
            }
        }
    }

    /** @param codewords of error correction for each block */
    static ReedSolomon of(int codewords) {
        return KNOWN.computeIfAbsent(codewords, ReedSolomon::new);
    }

    /** The product of x minus each of the first powers of two, the highest coefficient first. */
    private static int[] generator(int degree) {
        int[] generator = new int[degree + 1];
        generator[0] = 1;
        for (int root = 0; root < degree; root++) {
            for (int i = root + 1; i > 0; i--) {
                generator[i] ^= product(generator[i - 1], POWERS[root]);
            }
        }
        return generator;
    }

    private static int product(int a, int b) {
        return a == 0 || b == 0 ? 0 : POWERS[LOGARITHMS[a] + LOGARITHMS[b]];
    }

    /** The codewords of error correction for a block. */
    byte[] correction(byte[] block) {
        int length = multiples[0].length;
        byte[] remainder = new byte[length];
        for (byte word : block) {
            byte[] multiple = multiples[(word ^ remainder[0]) & ORDER];
            for (int i = 0; i < length - 1; i++) {
                remainder[i] = (byte) (remainder[i + 1] ^ multiple[i]);
            }
            remainder[length - 1] = multiple[length - 1];
        }
        return remainder;
    }
}
