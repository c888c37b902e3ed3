package org.anuyat.workflow.documents.shaping;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.Point2D;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One weight of a font family, loaded once: shapes clusters by the Java runtime's HarfBuzz. Immutable and thread-safe; what
 * was shaped is kept, bounded, because a text repeats few hundred clusters.
 */
final class Face {

    private static final int CACHED_CLUSTERS = 20_000;
    /** The runtime marks glyphs that aren't drawn (zero-width space, joiners) by these ids. */
    private static final int FIRST_DELETED_GLYPH = 0xFFFE;
    private static final float EM = 1000;

    private final String name;
    private final TrueType font;
    private final Font shaper;
    private final FontRenderContext exact = new FontRenderContext(null, true, true);
    private final Map<String, Drawn> shaped = new ConcurrentHashMap<>();

    private Face(String name, byte[] file) throws IOException, FontFormatException {
        this.name = name;
        this.font = new TrueType(file);
        this.shaper = Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(file)).deriveFont(EM);
    }

    /** Loads a face from the class path. */
    static Face load(String resource, String postScriptName) {
        try (InputStream in = Face.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("No font " + resource + " on the class path");
            }
            return new Face(postScriptName, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException(resource + " is not a TrueType font", e);
        }
    }

    String name() {
        return name;
    }

    TrueType font() {
        return font;
    }

    /** A length in font units as PDF counts them, thousandths of an em. */
    float perMille(int units) {
        return units * EM / font.unitsPerEm();
    }

    /** Whether every character of the cluster has a glyph. */
    boolean covers(String cluster) {
        return draw(cluster).parts().stream().noneMatch(part -> part.glyph() == 0);
    }

    /** The cluster as this face draws it; glyph 0 stands for characters that it lacks. */
    Drawn draw(String cluster) {
        Drawn drawn = shaped.get(cluster);
        if (drawn == null) {
            drawn = shape(cluster);
            if (shaped.size() < CACHED_CLUSTERS) {
                shaped.put(cluster, drawn);
            }
        }
        return drawn;
    }

    private Drawn shape(String cluster) {
        char[] chars = cluster.toCharArray();
        GlyphVector glyphs = shaper.layoutGlyphVector(exact, chars, 0, chars.length, Font.LAYOUT_LEFT_TO_RIGHT);
        int count = glyphs.getNumGlyphs();
        List<Drawn.Part> parts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int glyph = glyphs.getGlyphCode(i);
            if (glyph < FIRST_DELETED_GLYPH) {
                Point2D position = glyphs.getGlyphPosition(i);
                parts.add(new Drawn.Part(glyph, units(position.getX()), units(-position.getY())));
            }
        }
        return new Drawn(List.copyOf(parts), units(glyphs.getGlyphPosition(count).getX()), cluster);
    }

    private int units(double perMille) {
        return (int) Math.round(perMille * font.unitsPerEm() / EM);
    }
}
