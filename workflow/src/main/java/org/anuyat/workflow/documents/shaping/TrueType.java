package org.anuyat.workflow.documents.shaping;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * The tables of a TrueType font with glyf outlines (OpenType specification 1.9) that a subset is cut from. Immutable. For fonts that
 * we ship ourselves: it trusts the file.
 */
final class TrueType {

    private static final int ARGUMENTS_ARE_WORDS = 0x0001;
    private static final int HAS_SCALE = 0x0008;
    private static final int MORE_COMPONENTS = 0x0020;
    private static final int HAS_TWO_SCALES = 0x0040;
    private static final int HAS_TWO_BY_TWO = 0x0080;

    private final byte[] file;
    private final ByteBuffer bytes;
    private final Map<String, int[]> tables = new LinkedHashMap<>();
    private final int unitsPerEm;
    private final int[] advances;
    private final int[] offsets;

    TrueType(byte[] file) {
        this.file = file;
        this.bytes = ByteBuffer.wrap(file);
        int count = unsigned(4);
        for (int i = 0; i < count; i++) {
            int entry = 12 + 16 * i;
            String tag = new String(file, entry, 4, StandardCharsets.US_ASCII);
            tables.put(tag, new int[] {bytes.getInt(entry + 8), bytes.getInt(entry + 12)});
        }
        unitsPerEm = unsigned(start("head") + 18);
        int glyphs = unsigned(start("maxp") + 4);
        int longMetrics = unsigned(start("hhea") + 34);
        boolean wideOffsets = unsigned(start("head") + 50) == 1;
        advances = new int[glyphs];
        offsets = new int[glyphs + 1];
        for (int i = 0; i < glyphs; i++) {
            advances[i] = unsigned(start("hmtx") + 4 * Math.min(i, longMetrics - 1));
        }
        for (int i = 0; i <= glyphs; i++) {
            offsets[i] = wideOffsets ? bytes.getInt(start("loca") + 4 * i) : 2 * unsigned(start("loca") + 2 * i);
        }
    }

    int unitsPerEm() {
        return unitsPerEm;
    }

    int advance(int glyph) {
        return advances[glyph];
    }

    /** A signed number of a table. */
    int signed(String table, int offset) {
        return bytes.getShort(start(table) + offset);
    }

    /** A copy of a table, if the font has it. */
    Optional<byte[]> table(String tag) {
        return Optional.ofNullable(tables.get(tag)).map(t -> Arrays.copyOfRange(file, t[0], t[0] + t[1]));
    }

    /** A copy of a table that every TrueType font has. */
    byte[] requiredTable(String tag) {
        return table(tag).orElseThrow(() -> new IllegalArgumentException("The font has no table " + tag));
    }

    boolean isBlank(int glyph) {
        return offsets[glyph] == offsets[glyph + 1];
    }

    /** The corners of the glyph's outline: left, bottom, right, top; zeroes for a blank. */
    int[] box(int glyph) {
        int[] box = new int[4];
        for (int i = 0; i < 4 && !isBlank(glyph); i++) {
            box[i] = bytes.getShort(outline(glyph) + 2 + 2 * i);
        }
        return box;
    }

    /** The glyph's description; where it is composed, the ids of its components are replaced by new ones. */
    byte[] outline(int glyph, IntUnaryOperator newIds) {
        byte[] copy = Arrays.copyOfRange(file, outline(glyph), outline(glyph) + offsets[glyph + 1] - offsets[glyph]);
        ByteBuffer target = ByteBuffer.wrap(copy);
        eachComponent(glyph, (offset, id) -> target.putShort(offset, (short) newIds.applyAsInt(id)));
        return copy;
    }

    /** The glyphs that this one is composed of. */
    int[] components(int glyph) {
        IntStream.Builder ids = IntStream.builder();
        eachComponent(glyph, (offset, id) -> ids.add(id));
        return ids.build().toArray();
    }

    private interface ComponentVisitor {
        void visit(int offsetOfId, int id);
    }

    private void eachComponent(int glyph, ComponentVisitor visitor) {
        if (isBlank(glyph) || bytes.getShort(outline(glyph)) >= 0) {
            return;
        }
        int at = outline(glyph) + 10;
        int flags;
        do {
            flags = unsigned(at);
            visitor.visit(at + 2 - outline(glyph), unsigned(at + 2));
            at += 4 + ((flags & ARGUMENTS_ARE_WORDS) != 0 ? 4 : 2);
            at += (flags & HAS_SCALE) != 0 ? 2 : (flags & HAS_TWO_SCALES) != 0 ? 4 : (flags & HAS_TWO_BY_TWO) != 0 ? 8 : 0;
        } while ((flags & MORE_COMPONENTS) != 0);
    }

    private int outline(int glyph) {
        return start("glyf") + offsets[glyph];
    }

    private int start(String table) {
        int[] place = tables.get(table);
        if (place == null) {
            throw new IllegalArgumentException("The font has no table " + table);
        }
        return place[0];
    }

    private int unsigned(int offset) {
        return bytes.getShort(offset) & 0xFFFF;
    }
}
