package org.anuyat.signing.service.revision;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;

/** The two values of a signature dictionary that are known only when all else is written: what is signed, and the signature (ISO 32000-1, 12.8.1). */
final class SignaturePlace {

    /** A file has no more digits here: its bytes are counted by an int. */
    private static final int DIGITS = 10;

    private final COSDictionary signature;
    private final int room;
    private int range;
    private int begin;
    private int end;

    /** @param room bytes for the signature */
    SignaturePlace(COSDictionary signature, int room) {
        this.signature = signature;
        this.room = room;
    }

    /** Leaves room in place of the value, if it is one of these; tells whether it did. */
    boolean leave(COSDictionary dictionary, COSName name, Bytes file) {
        if (dictionary != signature) {
            return false;
        }
        if (COSName.CONTENTS.equals(name)) {
            begin = file.size();
            file.write('<');
            file.repeat('0', 2 * room);
            file.write('>');
            end = file.size();
            return true;
        }
        if (COSName.BYTERANGE.equals(name)) {
            range = file.size();
            file.repeat(' ', range(0, 0, 0).length());
            return true;
        }
        return false;
    }

    /** Says in the file what is signed: all of it but the signature. */
    InputStream covered(Bytes file) {
        if (begin == 0 || range == 0) {
            throw new IllegalStateException("The signature isn't part of the document");
        }
        file.fillIn(range, ascii(range(begin, end, file.size() - end)));
        return file.without(begin, end);
    }

    /** Puts the signature in. */
    void fill(Bytes file, byte[] content) {
        if (content.length > room) {
            throw new IllegalStateException("A signature of %d bytes has room for %d".formatted(content.length, room));
        }
        file.fillIn(begin + 1, ascii(HexFormat.of().withUpperCase().formatHex(content)));
    }

    private static String range(int first, int second, int rest) {
        String numbers = "[0 " + first + " " + second + " " + rest + "]";
        return numbers + " ".repeat(3 * (DIGITS + 1) + "[0]".length() - numbers.length());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
