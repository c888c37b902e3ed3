package org.anuyat.workflow.catalogue.search;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.anuyat.workflow.catalogue.search.Hit.Piece;
import org.anuyat.workflow.thai.ThaiDigits;

/** Words of Thai and English text, and where they stand. */
final class Words {

    private static final int MOST_WORDS = 12;
    private static final int LONGEST_QUESTION = 200;

    private Words() {}

    /** The words of a question, folded. Thai is written without blanks: a dictionary (ICU) cuts it. */
    static List<String> of(String question) {
        String text = fold(question.substring(0, Math.min(question.length(), LONGEST_QUESTION)));
        BreakIterator breaks = BreakIterator.getWordInstance(new ULocale("th"));
        breaks.setText(text);
        List<String> words = new ArrayList<>();
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE && words.size() < MOST_WORDS; end = breaks.next()) {
            String word = text.substring(start, end);
            if (word.chars().anyMatch(Character::isLetterOrDigit)) {
                words.add(word);
            }
            start = end;
        }
        return words.stream().distinct().toList();
    }

    static boolean contains(String text, String word) {
        return fold(text).contains(word);
    }

    /** Cuts a text into the pieces that match one of the words and those between. */
    static List<Piece> mark(String text, List<String> words) {
        String folded = fold(text);
        boolean[] marked = new boolean[text.length()];
        // folding keeps every character at its place, so a find in the folded text is one in the text
        for (String word : words) {
            for (int at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
                Arrays.fill(marked, at, at + word.length(), true);
            }
        }
        List<Piece> pieces = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= text.length(); i++) {
            if (i == text.length() || marked[i] != marked[start]) {
                pieces.add(new Piece(text.substring(start, i), marked[start]));
                start = i;
            }
        }
        return pieces;
    }

    private static String fold(String text) {
        StringBuilder folded = new StringBuilder(ThaiDigits.toArabic(text));
        for (int i = 0; i < folded.length(); i++) {
            folded.setCharAt(i, Character.toLowerCase(folded.charAt(i)));
        }
        return folded.toString();
    }
}
