package org.anuyat.workflow.documents.shaping;

import java.util.Locale;

/** A character that can't be put on paper: no font has it, or it only steers how text is shown. Never dropped in silence. */
public final class UnsupportedCharacterException extends RuntimeException {

    private final int codePoint;

    UnsupportedCharacterException(int codePoint) {
        super(describe(codePoint));
        this.codePoint = codePoint;
    }

    /** The character. */
    public int codePoint() {
        return codePoint;
    }

    private static String describe(int codePoint) {
        String number = String.format(Locale.ROOT, "U+%04X", codePoint);
        String name = Character.getName(codePoint);
        boolean visible = Character.isDefined(codePoint) && !Character.isISOControl(codePoint)
                && Character.getType(codePoint) != Character.FORMAT && Character.getType(codePoint) != Character.SURROGATE
                && Character.getType(codePoint) != Character.PRIVATE_USE;
        return number + (visible ? " " + Character.toString(codePoint) : "") + (name == null ? "" : " (" + name + ")");
    }
}
