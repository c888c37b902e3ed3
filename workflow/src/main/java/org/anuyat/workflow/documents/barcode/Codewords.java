package org.anuyat.workflow.documents.barcode;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.decoder.Mode;
import com.google.zxing.qrcode.decoder.Version;

/**
 * What a QR code of medium error correction says, as codewords in the order in which they are placed (ISO/IEC 18004, 7.4 to 7.6). A text in
 * ASCII, as capital letters and digits if it has nothing else, or else byte by byte, as ZXing does.
 */
final class Codewords {

    private static final String ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
    private static final int LARGEST = 40;
    private static final int MODE_BITS = 4;
    private static final int PAIR_BITS = 11;
    private static final int SINGLE_BITS = 6;
    private static final byte[] PADDING = {(byte) 0xEC, 0x11};

    private final Version version;
    private final byte[] data;
    private int bits;

    private Codewords(Version version) {
        this.version = version;
        this.data = new byte[dataBytes(version)];
    }

    /** A version that is large enough, and what is placed in it. */
    record Encoded(Version version, byte[] codewords) {}

    /**
     * Encodes a text in the smallest version.
     *
     * @param text in ASCII and not only digits, short enough for a code
     */
    static Encoded of(String text) {
        Mode mode = text.chars().allMatch(letter -> ALPHANUMERIC.indexOf(letter) >= 0) ? Mode.ALPHANUMERIC : Mode.BYTE;
        Codewords words = new Codewords(smallest(text, mode));
        words.put(mode.getBits(), MODE_BITS);
        words.put(text.length(), mode.getCharacterCountBits(words.version));
        if (mode == Mode.ALPHANUMERIC) {
            words.putPairs(text);
        } else {
            for (byte letter : text.getBytes(StandardCharsets.US_ASCII)) {
                words.put(letter, Byte.SIZE);
            }
        }
        words.pad();
        return new Encoded(words.version, words.interleaved());
    }

    private static Version smallest(String text, Mode mode) {
        int length = text.length();
        int content = mode == Mode.BYTE ? length * Byte.SIZE : length / 2 * PAIR_BITS + length % 2 * SINGLE_BITS;
        for (int number = 1; number <= LARGEST; number++) {
            Version version = Version.getVersionForNumber(number);
            if (MODE_BITS + mode.getCharacterCountBits(version) + content <= dataBytes(version) * Byte.SIZE) {
                return version;
            }
        }
        throw new IllegalArgumentException("No QR code for " + length + " characters");
    }

    private static int dataBytes(Version version) {
        return version.getTotalCodewords()
                - version.getECBlocksForLevel(ErrorCorrectionLevel.M).getTotalECCodewords();
    }

    private void put(int value, int length) {
        for (int i = length - 1; i >= 0; i--) {
            if ((value >> i & 1) == 1) {
                data[bits / Byte.SIZE] |= (byte) (0x80 >> bits % Byte.SIZE);
            }
            bits++;
        }
    }

    private void putPairs(String text) {
        int i = 0;
        for (; i + 1 < text.length(); i += 2) {
            put(ALPHANUMERIC.indexOf(text.charAt(i)) * ALPHANUMERIC.length() + ALPHANUMERIC.indexOf(text.charAt(i + 1)), PAIR_BITS);
        }
        if (i < text.length()) {
            put(ALPHANUMERIC.indexOf(text.charAt(i)), SINGLE_BITS);
        }
    }

    /** A terminator of up to four zeros, zeros to the end of the byte, then two bytes in turn. */
    private void pad() {
        int terminated = Math.min(bits + MODE_BITS, data.length * Byte.SIZE);
        int used = (terminated + Byte.SIZE - 1) / Byte.SIZE;
        for (int i = used; i < data.length; i++) {
            data[i] = PADDING[(i - used) % PADDING.length];
        }
    }

    /** The first of each block, the second of each block, and so on; then their error correction in the same way. */
    private byte[] interleaved() {
        Version.ECBlocks layout = version.getECBlocksForLevel(ErrorCorrectionLevel.M);
        byte[][] blocks = new byte[layout.getNumBlocks()][];
        byte[][] corrections = new byte[layout.getNumBlocks()][];
        ReedSolomon code = ReedSolomon.of(layout.getECCodewordsPerBlock());
        int block = 0;
        int from = 0;
        for (Version.ECB group : layout.getECBlocks()) {
            for (int i = 0; i < group.getCount(); i++) {
                blocks[block] = Arrays.copyOfRange(data, from, from + group.getDataCodewords());
                corrections[block] = code.correction(blocks[block]);
                from += group.getDataCodewords();
                block++;
            }
        }
        byte[] result = new byte[version.getTotalCodewords()];
        interleave(corrections, result, interleave(blocks, result, 0));
        return result;
    }

    private static int interleave(byte[][] blocks, byte[] result, int from) {
        int longest = blocks[blocks.length - 1].length;
        int at = from;
        for (int i = 0; i < longest; i++) {
            for (byte[] block : blocks) {
                if (i < block.length) {
                    result[at++] = block[i];
                }
            }
        }
        return at;
    }
}
