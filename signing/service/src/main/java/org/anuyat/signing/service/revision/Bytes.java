package org.anuyat.signing.service.revision;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A file while it is written: it can be asked where it stands, and filled in at a place that was left. */
final class Bytes extends ByteArrayOutputStream {

    Bytes(int expected) {
        super(expected);
    }

    void ascii(String text) {
        writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Leaves room. */
    void repeat(char filler, int times) {
        byte[] room = new byte[times];
        Arrays.fill(room, (byte) filler);
        writeBytes(room);
    }

    void fillIn(int place, byte[] content) {
        System.arraycopy(content, 0, buf, place, content.length);
    }

    /** What stands there without what is between two places, as it is now. */
    InputStream without(int from, int to) {
        return new SequenceInputStream(new ByteArrayInputStream(buf, 0, from), new ByteArrayInputStream(buf, to, size() - to));
    }

    byte[] from(int place) {
        return Arrays.copyOfRange(buf, place, size());
    }
}
