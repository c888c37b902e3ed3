package org.anuyat.workflow.documents.shaping;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntFunction;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import com.openhtmltopdf.extend.FSTextBreaker;
import org.anuyat.workflow.thai.WholeWords;
import org.jspecify.annotations.Nullable;

/**
 * Where lines may break, by ICU's dictionary of Thai words and {@link WholeWords}, seen through the tokens. (The Java runtime's own iterator breaks
 * "พ.ศ." in two, and knows no Thai at all on a small runtime.) The layout asks again for what remains of a paragraph after each
 * line: breaks of the whole are kept, or long paragraphs would take the square of their length.
 */
final class LineBreaks implements FSTextBreaker {

    private static final BreakIterator PROTOTYPE = BreakIterator.getLineInstance(new ULocale("th"));

    private final IntFunction<@Nullable String> clusters;
    private final BreakIterator iterator = (BreakIterator) PROTOTYPE.clone();
    private String paragraph = "";
    private int[] breaks = {};
    private int skipped;
    private int index;

    LineBreaks(IntFunction<@Nullable String> clusters) {
        this.clusters = clusters;
    }

    @Override
    public void setText(String text) {
        if (text.isEmpty() || !paragraph.endsWith(text)) {
            paragraph = text;
            breaks = breaksOf(text);
        }
        skipped = paragraph.length() - text.length();
        int found = Arrays.binarySearch(breaks, skipped);
        index = found >= 0 ? found + 1 : -found - 1;
    }

    @Override
    public int next() {
        return index < breaks.length ? breaks[index++] - skipped : BreakIterator.DONE;
    }

    private int[] breaksOf(String text) {
        StringBuilder plain = new StringBuilder(text.length() * 2);
        int[] ends = new int[text.length() + 1];
        for (int i = 0; i < text.length(); i++) {
            String cluster = clusters.apply(text.charAt(i));
            if (cluster == null) {
                plain.append(text.charAt(i));
            } else {
                plain.append(cluster);
            }
            ends[i + 1] = plain.length();
        }
        BitSet within = new BitSet();
        WholeWords.in(plain).forEach(word -> within.set(word.start() + 1, word.end()));
        iterator.setText(plain.toString());
        int[] found = new int[text.length() + 1];
        int count = 0;
        for (int at = iterator.next(); at != BreakIterator.DONE; at = iterator.next()) {
            int position = Arrays.binarySearch(ends, at);
            if (position > 0 && !within.get(at)) {
                found[count++] = position;
            }
        }
        return Arrays.copyOf(found, count);
    }
}
