package org.anuyat.workflow.documents.shaping;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;

import org.apache.fontbox.util.BoundingBox;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.util.Matrix;

/**
 * The font that PDFBox and openhtmltopdf write text with: understands tokens and plain characters. Refuses what its face lacks
 * by {@link IllegalArgumentException}, as PDFBox's own fonts do, upon which openhtmltopdf tries the next one.
 */
final class ShapedFont extends PDFont {

    private final EmbeddedFont embedded;
    private final IntFunction<String> clusters;
    private final PDFontDescriptor descriptor;
    private final Map<Integer, Integer> codes = new HashMap<>();

    /** @param clusters the text behind a code point: a token's cluster, or the character itself */
    ShapedFont(EmbeddedFont embedded, IntFunction<String> clusters) {
        super(embedded.dictionary());
        this.embedded = embedded;
        this.clusters = clusters;
        descriptor = new PDFontDescriptor(new COSDictionary());
        descriptor.setAscent(embedded.metric("hhea", 4));
        descriptor.setDescent(embedded.metric("hhea", 6));
        descriptor.setCapHeight(embedded.metric("OS/2", 88));
        BoundingBox box = getBoundingBox();
        descriptor.setFontBoundingBox(new PDRectangle(box.getLowerLeftX(), box.getLowerLeftY(), box.getWidth(), box.getHeight()));
    }

    @Override
    protected byte[] encode(int codePoint) {
        int code = codes.computeIfAbsent(codePoint, this::code);
        return new byte[] {(byte) (code >> 8), (byte) code};
    }

    private int code(int codePoint) {
        String cluster = Character.isWhitespace(codePoint) ? " " : clusters.apply(codePoint);
        if (!embedded.face().covers(cluster)) {
            throw new IllegalArgumentException("No glyph for " + cluster.codePoints().mapToObj(Integer::toHexString).toList());
        }
        return embedded.code(cluster);
    }

    @Override
    public int readCode(InputStream in) throws IOException {
        return in.read() << 8 | in.read();
    }

    @Override
    public float getWidth(int code) {
        return embedded.width(code);
    }

    @Override
    public float getWidthFromFont(int code) {
        return embedded.width(code);
    }

    @Override
    public boolean hasExplicitWidth(int code) {
        return true;
    }

    @Override
    public PDFontDescriptor getFontDescriptor() {
        return descriptor;
    }

    @Override
    public BoundingBox getBoundingBox() {
        return new BoundingBox(embedded.metric("head", 36), embedded.metric("head", 38),
                embedded.metric("head", 40), embedded.metric("head", 42));
    }

    @Override
    public Matrix getFontMatrix() {
        return new Matrix(0.001f, 0, 0, 0.001f, 0, 0);
    }

    @Override
    public float getHeight(int code) {
        return getBoundingBox().getHeight();
    }

    @Override
    public float getAverageFontWidth() {
        return embedded.width(0);
    }

    @Override
    public String getName() {
        // PDFBox asks while it is still constructing
        return embedded == null ? "" : embedded.face().name();
    }

    @Override
    public boolean isVertical() {
        return false;
    }

    @Override
    public boolean isEmbedded() {
        return true;
    }

    @Override
    public boolean isDamaged() {
        return false;
    }

    @Override
    public boolean willBeSubset() {
        // EmbeddedFont cuts the subset itself
        return false;
    }

    @Override
    public void addToSubset(int codePoint) {
        throw new UnsupportedOperationException("EmbeddedFont cuts the subset itself");
    }

    @Override
    public void subset() {
        throw new UnsupportedOperationException("EmbeddedFont cuts the subset itself");
    }

    @Override
    protected float getStandard14Width(int code) {
        throw new UnsupportedOperationException("Not one of the standard 14 fonts");
    }
}
