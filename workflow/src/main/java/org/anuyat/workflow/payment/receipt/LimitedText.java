package org.anuyat.workflow.payment.receipt;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Text as the elements of ETDA's receipt take it: in one line, white space counted once, and no longer than the element allows. */
final class LimitedText {

    /** Characters that a name, a line of an address, a description or a purpose takes. */
    static final int LONGEST = 256;

    private static final String CONTINUED = "…";

    private LimitedText() {}

    /** In one line, without what XML can't hold. */
    static String plain(String text) {
        return text.replaceAll("[\\p{Cntrl}\\s\\uFFFE\\uFFFF]+", " ").strip();
    }

    /** As much as one element takes; what is left out shows. */
    static String shortened(String text) {
        String plain = plain(text);
        return plain.length() <= LONGEST ? plain : pieces(plain, LONGEST - CONTINUED.length()).get(0) + CONTINUED;
    }

    /** All of it, over as many elements as it takes. */
    static List<String> pieces(String text) {
        return pieces(plain(text), LONGEST);
    }

    private static List<String> pieces(String plain, int longest) {
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(plain);
        List<String> pieces = new ArrayList<>();
        int start = 0;
        while (plain.length() - start > longest) {
            // no vowel or tone mark without its consonant
            int before = characters.preceding(start + longest + 1);
            int end = before > start ? before : start + longest;
            pieces.add(plain.substring(start, end).strip());
            start = end;
        }
        pieces.add(plain.substring(start).strip());
        return pieces;
    }
}
