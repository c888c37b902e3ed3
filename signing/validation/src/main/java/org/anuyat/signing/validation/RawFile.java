package org.anuyat.signing.validation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What can be read off the bytes of a PDF without trusting its structure: where signatures once were put, and how many revisions
 * there are. A parser follows the last cross-reference table, and so sees only what the last writer wanted it to see.
 */
final class RawFile {

    private static final int HEADER_WITHIN = 1024;
    private static final Pattern BYTE_RANGE =
            Pattern.compile("/ByteRange\\s{0,9}\\[\\s{0,9}0\\s{1,9}(\\d{1,10})\\s{1,9}(\\d{1,10})\\s{1,9}(\\d{1,10})\\s{0,99}]");

    private final byte[] bytes;
    private final List<Integer> revisionEnds;
    private final List<SignedRange> ranges;

    RawFile(byte[] bytes) {
        this.bytes = bytes;
        this.revisionEnds = positions("startxref");
        this.ranges = rangesIn(bytes);
    }

    /**
     * The bytes that a signature covers: everything up to {@code end} but the gap with the signature itself.
     *
     * @param gapStart offset of the gap's "<"
     * @param gapEnd offset after its ">"
     * @param end offset after the last signed byte; may lie behind the end of a file that was cut off
     */
    record SignedRange(long gapStart, long gapEnd, long end) {}

    /** Whether it begins like a PDF (ISO 32000-1, annex H.3, note 13: within the first 1024 bytes). */
    boolean looksLikePdf() {
        return text(Math.min(bytes.length, HEADER_WITHIN)).contains("%PDF-");
    }

    /** How many cross-reference sections there are, and so at least how many revisions. */
    int revisions() {
        return revisionEnds.size();
    }

    /** The revision, counted from 1, that ends at an offset. */
    int revisionAt(long end) {
        return Math.max(1, (int) revisionEnds.stream().filter(start -> start < end).count());
    }

    /** Every signature that was ever put into the file, in the order of its bytes. */
    List<SignedRange> signedRanges() {
        return ranges;
    }

    /** Whether an object begins after the last end-of-file mark, so that a revision was begun and isn't complete. */
    boolean endsInsideRevision() {
        String text = text(bytes.length);
        int end = text.lastIndexOf("%%EOF");
        return end >= 0 && text.indexOf(" obj", end) >= 0;
    }

    int length() {
        return bytes.length;
    }

    private static List<SignedRange> rangesIn(byte[] bytes) {
        List<SignedRange> ranges = new ArrayList<>();
        Matcher matcher = BYTE_RANGE.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
        while (matcher.find()) {
            long gapStart = Long.parseLong(matcher.group(1));
            long gapEnd = Long.parseLong(matcher.group(2));
            SignedRange range = new SignedRange(gapStart, gapEnd, gapEnd + Long.parseLong(matcher.group(3)));
            if (isGap(bytes, range) && !ranges.contains(range)) {
                ranges.add(range);
            }
        }
        return List.copyOf(ranges);
    }

    /** Words about a byte range in an embedded file or a text don't have the signature at just that offset. */
    private static boolean isGap(byte[] bytes, SignedRange range) {
        return range.gapStart() < range.gapEnd()
                && range.gapStart() < bytes.length
                && bytes[(int) range.gapStart()] == '<'
                && (range.gapEnd() > bytes.length || bytes[(int) range.gapEnd() - 1] == '>');
    }

    private List<Integer> positions(String word) {
        byte[] sought = word.getBytes(StandardCharsets.US_ASCII);
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i <= bytes.length - sought.length; i++) {
            if (bytes[i] == sought[0] && matches(sought, i)) {
                found.add(i);
            }
        }
        return List.copyOf(found);
    }

    private boolean matches(byte[] sought, int at) {
        for (int i = 1; i < sought.length; i++) {
            if (bytes[at + i] != sought[i]) {
                return false;
            }
        }
        return true;
    }

    private String text(int length) {
        return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    }
}
