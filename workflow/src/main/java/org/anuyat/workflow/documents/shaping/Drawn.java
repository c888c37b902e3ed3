package org.anuyat.workflow.documents.shaping;

import java.util.List;

/**
 * A cluster of text as the font draws it: one glyph of the document's font, composed of the outlines of the face.
 *
 * @param parts   outlines in drawing order, with their offsets from the cluster's origin; none for a blank
 * @param advance how far the pen moves, in font units
 * @param text    exactly what a reader gets on copying it
 */
record Drawn(List<Part> parts, int advance, String text) {

    /**
     * One outline of the face.
     *
     * @param glyph glyph id in the face
     * @param dx    to the right, in font units
     * @param dy    upwards, in font units
     */
    record Part(int glyph, int dx, int dy) {
    }

    /** Whether the face has this very glyph already, so that it needn't be composed. */
    boolean isPlain(TrueType font) {
        return parts.size() == 1 && parts.get(0).dx() == 0 && parts.get(0).dy() == 0
                && font.advance(parts.get(0).glyph()) == advance;
    }
}
