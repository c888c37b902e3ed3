package org.anuyat.workflow.documents.shaping;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes the TrueType file of a document's font: glyph <i>i</i> draws cluster <i>i</i>, either as a copy of the face's glyph or as
 * a composite that bakes in where HarfBuzz put each mark. (OpenType specification: glyf, composite glyph description.)
 */
final class SubsetFile {

    private static final int WORDS_AND_OFFSETS = 0x0001 | 0x0002;
    private static final int MORE_COMPONENTS = 0x0020;
    private static final int CHECKSUM_MAGIC = 0xB1B0AFBA;

    private final TrueType font;
    private final List<Drawn> drawn;
    /** Glyph id in the face → in the subset. */
    private final Map<Integer, Integer> ids = new LinkedHashMap<>();
    private int glyphs;

    private SubsetFile(TrueType font, List<Drawn> drawn) {
        this.font = font;
        this.drawn = drawn;
    }

    static byte[] of(TrueType font, List<Drawn> drawn) {
        return new SubsetFile(font, drawn).write();
    }

    private byte[] write() {
        number();
        byte[][] outlines = new byte[glyphs][];
        int[] advances = new int[glyphs];
        ids.forEach((old, id) -> {
            outlines[id] = font.outline(old, ids::get);
            advances[id] = font.advance(old);
        });
        for (int i = 0; i < drawn.size(); i++) {
            if (outlines[i] == null) {
                outlines[i] = composite(drawn.get(i));
                advances[i] = drawn.get(i).advance();
            }
        }
        return assemble(tables(outlines, advances));
    }

    /** Clusters come first, outlines that are only parts of them after, with whatever those are composed of themselves. */
    private void number() {
        glyphs = drawn.size();
        for (int i = 0; i < drawn.size(); i++) {
            if (drawn.get(i).isPlain(font)) {
                ids.putIfAbsent(drawn.get(i).parts().get(0).glyph(), i);
            }
        }
        for (Drawn cluster : drawn) {
            for (Drawn.Part part : cluster.parts()) {
                ids.computeIfAbsent(part.glyph(), glyph -> glyphs++);
            }
        }
        Deque<Integer> open = new ArrayDeque<>(ids.keySet());
        while (!open.isEmpty()) {
            for (int component : font.components(open.remove())) {
                if (!ids.containsKey(component)) {
                    ids.put(component, glyphs++);
                    open.add(component);
                }
            }
        }
    }

    private byte[] composite(Drawn cluster) {
        List<Drawn.Part> parts = cluster.parts().stream().filter(part -> !font.isBlank(part.glyph())).toList();
        if (parts.isEmpty()) {
            return new byte[0];
        }
        int left = Short.MAX_VALUE;
        int bottom = Short.MAX_VALUE;
        int right = Short.MIN_VALUE;
        int top = Short.MIN_VALUE;
        for (Drawn.Part part : parts) {
            int[] box = font.box(part.glyph());
            left = Math.min(left, box[0] + part.dx());
            bottom = Math.min(bottom, box[1] + part.dy());
            right = Math.max(right, box[2] + part.dx());
            top = Math.max(top, box[3] + part.dy());
        }
        ByteBuffer outline = ByteBuffer.allocate(10 + 8 * parts.size());
        outline.putShort((short) -1).putShort((short) left).putShort((short) bottom).putShort((short) right).putShort((short) top);
        for (int i = 0; i < parts.size(); i++) {
            Drawn.Part part = parts.get(i);
            outline.putShort((short) (WORDS_AND_OFFSETS | (i < parts.size() - 1 ? MORE_COMPONENTS : 0)));
            outline.putShort(ids.get(part.glyph()).shortValue()).putShort((short) part.dx()).putShort((short) part.dy());
        }
        return outline.array();
    }

    private Map<String, byte[]> tables(byte[][] outlines, int[] advances) {
        ByteArrayOutputStream glyf = new ByteArrayOutputStream();
        ByteBuffer loca = ByteBuffer.allocate(4 * (glyphs + 1));
        ByteBuffer hmtx = ByteBuffer.allocate(4 * glyphs);
        for (int i = 0; i < glyphs; i++) {
            loca.putInt(glyf.size());
            glyf.writeBytes(outlines[i]);
            glyf.writeBytes(new byte[-glyf.size() & 3]);
            hmtx.putShort((short) advances[i]).putShort(outlines[i].length == 0 ? 0 : ByteBuffer.wrap(outlines[i]).getShort(2));
        }
        loca.putInt(glyf.size());
        byte[] head = font.requiredTable("head");
        ByteBuffer.wrap(head).putInt(8, 0).putShort(50, (short) 1);
        byte[] hhea = font.requiredTable("hhea");
        ByteBuffer.wrap(hhea).putShort(34, (short) glyphs);
        Map<String, byte[]> tables = new TreeMap<>(Map.of("head", head, "hhea", hhea, "maxp", maxp(), "hmtx", hmtx.array(),
                "loca", loca.array(), "glyf", glyf.toByteArray()));
        for (String hinting : List.of("cvt ", "fpgm", "prep")) {
            font.table(hinting).ifPresent(table -> tables.put(hinting, table));
        }
        return tables;
    }

    /** The limits that composing raises: points, contours, components and their depth. */
    private byte[] maxp() {
        byte[] table = font.requiredTable("maxp");
        ByteBuffer maxp = ByteBuffer.wrap(table);
        int most = drawn.stream().mapToInt(cluster -> cluster.parts().size()).max().orElse(1);
        maxp.putShort(4, (short) glyphs);
        maxp.putShort(10, (short) Math.max(maxp.getShort(10), most * Math.max(maxp.getShort(6), maxp.getShort(10))));
        maxp.putShort(12, (short) Math.max(maxp.getShort(12), most * Math.max(maxp.getShort(8), maxp.getShort(12))));
        maxp.putShort(28, (short) Math.max(most, maxp.getShort(28)));
        maxp.putShort(30, (short) (maxp.getShort(30) + 1));
        return table;
    }

    private static byte[] assemble(Map<String, byte[]> tables) {
        int count = tables.size();
        int power = Integer.highestOneBit(count);
        int start = 12 + 16 * count;
        int size = start + tables.values().stream().mapToInt(SubsetFile::padded).sum();
        ByteBuffer file = ByteBuffer.allocate(size);
        file.putInt(0x00010000).putShort((short) count).putShort((short) (power * 16))
                .putShort((short) Integer.numberOfTrailingZeros(power)).putShort((short) (count * 16 - power * 16));
        int at = start;
        int head = 0;
        for (Map.Entry<String, byte[]> table : tables.entrySet()) {
            byte[] content = table.getValue();
            file.put(table.getKey().getBytes(StandardCharsets.US_ASCII)).putInt(sum(content)).putInt(at).putInt(content.length);
            head = table.getKey().equals("head") ? at : head;
            file.put(at, content);
            at += padded(content);
        }
        return file.putInt(head + 8, CHECKSUM_MAGIC - sum(file.array())).array();
    }

    private static int padded(byte[] table) {
        return table.length + 3 & ~3;
    }

    private static int sum(byte[] bytes) {
        int sum = 0;
        for (int i = 0; i < bytes.length; i++) {
            sum += (bytes[i] & 0xFF) << (24 - 8 * (i & 3));
        }
        return sum;
    }
}
