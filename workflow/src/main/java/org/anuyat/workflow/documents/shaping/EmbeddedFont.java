package org.anuyat.workflow.documents.shaping;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * A face as one document embeds it: a Type 0 font (ISO 32000-1, 9.7) whose character codes are clusters in order of first use.
 * Code = CID = glyph id of the subset; ToUnicode gives the exact text of each, and so copies, searches and screen readers do.
 */
final class EmbeddedFont {

    private static final int SYMBOLIC = 4;
    private static final int BOLD = 600;

    private final Face face;
    private final COSDictionary dictionary = new COSDictionary();
    private final Map<String, Integer> codes = new HashMap<>();
    private final List<Drawn> drawn = new ArrayList<>();

    EmbeddedFont(Face face) {
        this.face = face;
        drawn.add(new Drawn(List.of(new Drawn.Part(0, 0, 0)), face.font().advance(0), ""));
        dictionary.setItem(COSName.TYPE, COSName.FONT);
        dictionary.setItem(COSName.SUBTYPE, COSName.TYPE0);
        dictionary.setName(COSName.BASE_FONT, face.name());
    }

    Face face() {
        return face;
    }

    COSDictionary dictionary() {
        return dictionary;
    }

    /** The code of a cluster that the face covers. */
    int code(String cluster) {
        return codes.computeIfAbsent(cluster, unused -> {
            drawn.add(face.draw(cluster));
            return drawn.size() - 1;
        });
    }

    /** The advance of a code in thousandths of an em. */
    float width(int code) {
        return code < drawn.size() ? face.perMille(drawn.get(code).advance()) : 0;
    }

    boolean isUsed() {
        return drawn.size() > 1;
    }

    /** Puts the subset, its widths and its text map into the document; nothing may be drawn afterwards. */
    void embed(PDDocument document) throws IOException {
        byte[] file = SubsetFile.of(face.font(), drawn);
        COSStream program = stream(document, file);
        program.setInt(COSName.LENGTH1, file.length);
        String name = tag() + "+" + face.name();

        COSDictionary descriptor = descriptor();
        descriptor.setName(COSName.FONT_NAME, name);
        descriptor.setItem(COSName.FONT_FILE2, program);

        COSDictionary collection = new COSDictionary();
        collection.setString(COSName.REGISTRY, "Adobe");
        collection.setString(COSName.ORDERING, "Identity");
        collection.setInt(COSName.SUPPLEMENT, 0);

        COSDictionary descendant = new COSDictionary();
        descendant.setItem(COSName.TYPE, COSName.FONT);
        descendant.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE2);
        descendant.setName(COSName.BASE_FONT, name);
        descendant.setItem(COSName.CIDSYSTEMINFO, collection);
        descendant.setItem(COSName.FONT_DESC, descriptor);
        descendant.setInt(COSName.DW, 0);
        descendant.setItem(COSName.W, array(COSInteger.ZERO, widths()));
        descendant.setItem(COSName.CID_TO_GID_MAP, COSName.IDENTITY);

        dictionary.setName(COSName.BASE_FONT, name);
        dictionary.setItem(COSName.ENCODING, COSName.IDENTITY_H);
        dictionary.setItem(COSName.DESCENDANT_FONTS, array(descendant));
        dictionary.setItem(COSName.TO_UNICODE, stream(document, toUnicode()));
    }

    private COSDictionary descriptor() {
        TrueType font = face.font();
        COSDictionary descriptor = new COSDictionary();
        descriptor.setItem(COSName.TYPE, COSName.FONT_DESC);
        descriptor.setInt(COSName.FLAGS, SYMBOLIC);
        descriptor.setItem(COSName.FONT_BBOX, array(number(metric("head", 36)), number(metric("head", 38)),
                number(metric("head", 40)), number(metric("head", 42))));
        descriptor.setInt(COSName.ITALIC_ANGLE, 0);
        descriptor.setItem(COSName.ASCENT, number(metric("hhea", 4)));
        descriptor.setItem(COSName.DESCENT, number(metric("hhea", 6)));
        descriptor.setItem(COSName.CAP_HEIGHT, number(metric("OS/2", 88)));
        descriptor.setInt(COSName.STEM_V, font.signed("OS/2", 4) >= BOLD ? 120 : 80);
        return descriptor;
    }

    /** A length of one of the font's tables in thousandths of an em. */
    float metric(String table, int offset) {
        return face.perMille(face.font().signed(table, offset));
    }

    private COSArray widths() {
        COSArray widths = new COSArray();
        for (int code = 0; code < drawn.size(); code++) {
            widths.add(number(width(code)));
        }
        return widths;
    }

    private byte[] toUnicode() {
        StringBuilder map = new StringBuilder("""
                /CIDInit /ProcSet findresource begin
                12 dict begin
                begincmap
                /CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
                /CMapName /Adobe-Identity-UCS def
                /CMapType 2 def
                1 begincodespacerange
                <0000> <FFFF>
                endcodespacerange
                """);
        for (int first = 1; first < drawn.size(); first += 100) {
            int end = Math.min(first + 100, drawn.size());
            map.append(end - first).append(" beginbfchar\n");
            for (int code = first; code < end; code++) {
                map.append('<').append(hex(code)).append("> <");
                drawn.get(code).text().chars().forEach(unit -> map.append(hex(unit)));
                map.append(">\n");
            }
            map.append("endbfchar\n");
        }
        return map.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").toString()
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** The six letters that tell subsets apart (ISO 32000-1, 9.6.4), made from what is in this one. */
    private String tag() {
        int hash = drawn.stream().mapToInt(d -> d.text().hashCode()).reduce(17, (h, next) -> 31 * h + next);
        StringBuilder tag = new StringBuilder();
        for (int i = 0, rest = hash; i < 6; i++, rest = Math.floorDiv(rest, 26)) {
            tag.append((char) ('A' + Math.floorMod(rest, 26)));
        }
        return tag.toString();
    }

    private static String hex(int unit) {
        return HexFormat.of().withUpperCase().toHexDigits((char) unit);
    }

    private static COSBase number(float value) {
        return value == Math.rint(value) ? COSInteger.get((long) value) : new COSFloat(Math.round(value * 100) / 100f);
    }

    private static COSArray array(COSBase... items) {
        return new COSArray(List.of(items));
    }

    private static COSStream stream(PDDocument document, byte[] content) throws IOException {
        COSStream stream = document.getDocument().createCOSStream();
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(content);
        }
        return stream;
    }
}
