package org.anuyat.signing.validation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.InflaterInputStream;
import org.anuyat.signing.api.validation.Reason;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.filter.FilterFactory;

/**
 * Refuses bombs before a parser unpacks them: expands every compressed part of the file once, keeping nothing, and stops at a
 * bound on the sum. Also refuses cross-reference streams that promise more entries than they can hold.
 */
final class Expansion {

    private static final String STREAM = "stream";
    private static final String NO_STREAM = "end";
    private static final Pattern INDEX = Pattern.compile("/(?:Index|Size|N)\\s{0,9}\\[?[\\s\\d]{0,99}?(\\d{8,})");
    private static final Pattern EMPTY_ENTRIES = Pattern.compile("/W\\s{0,9}\\[\\s{0,9}(?:0\\s{1,9}){2}0\\s{0,9}]");
    private static final int DEEPEST = 4;

    private final byte[] bytes;
    private long left;

    private Expansion(byte[] bytes, long most) {
        this.bytes = bytes;
        this.left = most;
    }

    /**
     * Checks a file.
     *
     * @param most bytes that all its parts may expand to
     * @throws Unexaminable {@link Reason#TOO_COMPLEX}
     */
    static void check(byte[] bytes, long most) {
        new Expansion(bytes, most).check();
    }

    private void check() {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        requirePossibleEntries(text);
        boolean lzw = text.contains("LZW");
        for (int at = text.indexOf(STREAM); at >= 0; at = text.indexOf(STREAM, at + 1)) {
            int start = lineEnd(text, at + STREAM.length());
            if (start < 0 || text.startsWith(NO_STREAM, at - NO_STREAM.length())) {
                continue;
            }
            InputStream packed = new ByteArrayInputStream(bytes, start, bytes.length - start);
            if (start + 1 < bytes.length && isZlib(bytes[start], bytes[start + 1])) {
                inflate(packed, 1);
            } else if (lzw) {
                expandLzw(packed);
            }
        }
    }

    /** Looks only where a name begins: a pattern that is tried at every byte takes longer than all the rest. */
    private static void requirePossibleEntries(String text) {
        Matcher index = INDEX.matcher(text);
        Matcher entries = EMPTY_ENTRIES.matcher(text);
        for (int at = text.indexOf('/'); at >= 0; at = text.indexOf('/', at + 1)) {
            if (index.region(at, text.length()).lookingAt() || entries.region(at, text.length()).lookingAt()) {
                throw new Unexaminable(Reason.TOO_COMPLEX);
            }
        }
    }

    /** What follows the line end at a place; negative when there is none. */
    private static int lineEnd(String text, int at) {
        int feed = text.startsWith("\r", at) ? at + 1 : at;
        return text.startsWith("\n", feed) ? feed + 1 : -1;
    }

    private void inflate(InputStream packed, int depth) {
        try (InputStream unpacked = new InflaterInputStream(packed)) {
            byte[] first = unpacked.readNBytes(2);
            InputStream counted = new Counted(new SequenceInputStream(new ByteArrayInputStream(first), unpacked));
            if (first.length == 2 && isZlib(first[0], first[1]) && depth < DEEPEST) {
                inflate(counted, depth + 1);
            }
            counted.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // broken data expands no further; what it means is for the parser to say
        }
    }

    private void expandLzw(InputStream packed) {
        try {
            FilterFactory.INSTANCE
                    .getFilter(COSName.LZW_DECODE)
                    .decode(packed, new CountedOutput(), new COSDictionary(), 0);
        } catch (IOException e) {
            // as above
        }
    }

    private void count(long expanded) {
        left -= expanded;
        if (left < 0) {
            throw new Unexaminable(Reason.TOO_COMPLEX);
        }
    }

    /** RFC 1950, section 2.2: method 8 and the check bits. */
    private static boolean isZlib(byte first, byte second) {
        return (first & 0x0f) == 8 && ((first & 0xff) << 8 | second & 0xff) % 31 == 0;
    }

    private final class Counted extends InputStream {

        private final InputStream source;

        Counted(InputStream source) {
            this.source = source;
        }

        @Override
        public int read() throws IOException {
            int read = source.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = source.read(buffer, offset, length);
            count(Math.max(read, 0));
            return read;
        }
    }

    private final class CountedOutput extends OutputStream {

        @Override
        public void write(int value) {
            count(1);
        }

        @Override
        public void write(byte[] buffer, int offset, int length) {
            count(length);
        }
    }
}
