package org.anuyat.workflow.documents.barcode;

import java.awt.geom.Path2D;

import com.google.zxing.oned.Code128Writer;

/**
 * A Code 128 barcode (ISO/IEC 15417), as banks' counters scan it from pay-in slips. Drawn as shapes, hence sharp at any size. Immutable.
 */
public final class Code128 {

    /** Light modules on each side (ISO/IEC 15417, 4.3.2). */
    public static final int QUIET_ZONE = 10;

    private static final int MOST_CHARACTERS = 80;

    private final boolean[] bars;

    private Code128(boolean[] bars) {
        this.bars = bars;
    }

    /**
     * Encodes a text.
     *
     * @param payload 1 to 80 characters of ASCII, control characters like the carriage return among them
     * @throws IllegalArgumentException if it is anything else
     */
    public static Code128 of(String payload) {
        if (payload.isEmpty() || payload.length() > MOST_CHARACTERS || payload.chars().anyMatch(character -> character > 127)) {
            throw new IllegalArgumentException("Code 128 holds 1 to " + MOST_CHARACTERS + " characters of ASCII");
        }
        return new Code128(new Code128Writer().encode(payload));
    }

    /** Modules from the first bar to the last, without the quiet zones. */
    public int width() {
        return bars.length;
    }

    /** The bars within a rectangle of the given place and size, which includes the quiet zones. */
    public Path2D shape(double x, double y, double width, double height) {
        double module = width / (bars.length + 2 * QUIET_ZONE);
        Path2D shape = new Path2D.Double(Path2D.WIND_NON_ZERO);
        for (int column = 0; column < bars.length; column++) {
            int end = column;
            while (end < bars.length && bars[end]) {
                end++;
            }
            if (end > column) {
                double left = x + (column + QUIET_ZONE) * module;
                double right = x + (end + QUIET_ZONE) * module;
                shape.moveTo(left, y);
                shape.lineTo(right, y);
                shape.lineTo(right, y + height);
                shape.lineTo(left, y + height);
                shape.closePath();
                column = end;
            }
        }
        return shape;
    }
}
