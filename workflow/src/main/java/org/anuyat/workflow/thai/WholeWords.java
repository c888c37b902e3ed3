package org.anuyat.workflow.thai;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Words of official Thai that a line must not end within. Thai has no blanks between words: where lines may end is looked up in a dictionary
 * (ICU's, on paper as in browsers), which doesn't know these and takes them for several words, or finds others in them: ใบรับ|รอง.
 */
public final class WholeWords {

    private static final Map<Character, List<String>> BY_FIRST_LETTER = Stream.of(
                    "กฎกระทรวง", "กระทำ", "ข้อเท็จจริง", "ข้อบัญญัติ", "ใบรับรอง", "ใบเสร็จ", "เจ้าพนักงาน", "ตราประทับ", "ท้องถิ่น", "เทศบัญญัติ", "โทเค็น",
                    "พระราชกฤษฎีกา", "พระราชบัญญัติ", "เพิกถอน", "ราชกิจจานุเบกษา", "แฮช")
            .collect(Collectors.groupingBy(word -> word.charAt(0)));

    /** Vowels and marks that belong to the letter before them: what they follow hasn't ended. */
    private static final String DEPENDENT = "ะัาำิีึืฺุู็่้๊๋์ํ๎";

    private WholeWords() {
    }

    /**
     * Where one stands in a text.
     *
     * @param end after its last character
     */
    public record Place(int start, int end) {
    }

    /** The places of such words, in the order of the text. */
    public static List<Place> in(CharSequence text) {
        List<Place> places = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int end = endOfWord(text, at);
            if (end > at) {
                places.add(new Place(at, end));
                at = end;
            } else {
                at++;
            }
        }
        return places;
    }

    /** The end of the word that begins there; the place itself when none does. */
    private static int endOfWord(CharSequence text, int at) {
        char first = text.charAt(at);
        if (first < 'ก' || first > '๛') {
            return at;
        }
        for (String word : BY_FIRST_LETTER.getOrDefault(first, List.of())) {
            int end = at + word.length();
            if (end <= text.length() && word.contentEquals(text.subSequence(at, end))
                    && (end == text.length() || DEPENDENT.indexOf(text.charAt(end)) < 0)) {
                return end;
            }
        }
        return at;
    }
}
