package org.anuyat.workflow.documents.shaping;

import java.util.function.Consumer;

/**
 * Cuts text into what is drawn and copied as one: a letter with all marks above, below and behind it (Thai vowels, tones,
 * thanthakhat, sara am; combining accents of other scripts). Every other code point stands alone.
 */
final class Clusters {

    /** No language stacks that many; whoever does gets the rest of the marks drawn side by side. */
    private static final int MOST_MARKS = 8;
    private static final int SARA_AM = 0x0E33;

    private Clusters() {
    }

    /** Hands the text over piece by piece; the pieces joined are the text. */
    static void each(CharSequence text, Consumer<String> piece) {
        int length = text.length();
        int start = 0;
        while (start < length) {
            int base = Character.codePointAt(text, start);
            int end = start + Character.charCount(base);
            if (!Character.isWhitespace(base) && !Character.isSpaceChar(base)) {
                for (int marks = 0; end < length && marks < MOST_MARKS; marks++) {
                    int next = Character.codePointAt(text, end);
                    if (!joins(next)) {
                        break;
                    }
                    end += Character.charCount(next);
                }
            }
            piece.accept(text.subSequence(start, end).toString());
            start = end;
        }
    }

    private static boolean joins(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK || codePoint == SARA_AM;
    }
}
