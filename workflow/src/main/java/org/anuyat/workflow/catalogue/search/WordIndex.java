package org.anuyat.workflow.catalogue.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.anuyat.workflow.language.LocalizedText;

/**
 * An index in memory, for the hundreds of services that an agency has: every word of the question is looked for in the texts,
 * as a part of a longer word too, without regard to case and to Thai or Arabic digits.
 */
public final class WordIndex<T> {

    private static final int IN_TITLE = 8;
    private static final int IN_KEYWORDS = 5;
    private static final int IN_SUMMARY = 3;

    private final List<Entry<T>> entries;

    /** Over these entries. */
    public WordIndex(List<Entry<T>> entries) {
        this.entries = List.copyOf(entries);
    }

    /** What the question finds, the best first; every word of it has to be found. */
    public List<Hit<T>> search(String question, Locale locale) {
        List<String> words = Words.of(question);
        if (words.isEmpty()) {
            return List.of();
        }
        List<Ranked<T>> ranked = new ArrayList<>();
        for (Entry<T> entry : entries) {
            int rank = rank(entry, words);
            if (rank > 0) {
                ranked.add(new Ranked<>(rank, hit(entry, words, locale)));
            }
        }
        return ranked.stream()
                .sorted(Comparator.comparing((Ranked<T> r) -> -r.rank()))
                .map(Ranked::hit)
                .toList();
    }

    private int rank(Entry<T> entry, List<String> words) {
        int rank = 0;
        for (String word : words) {
            int best = Stream.of(
                            weight(List.of(entry.title()), word, IN_TITLE),
                            weight(entry.keywords(), word, IN_KEYWORDS),
                            weight(List.of(entry.summary()), word, IN_SUMMARY),
                            weight(entry.texts(), word, 1))
                    .max(Integer::compare)
                    .orElse(0);
            if (best == 0) {
                return 0;
            }
            rank += best;
        }
        return rank;
    }

    private static int weight(List<LocalizedText> texts, String word, int weight) {
        return texts.stream().anyMatch(text -> Words.contains(text.th(), word) || Words.contains(text.en(), word))
                ? weight
                : 0;
    }

    private Hit<T> hit(Entry<T> entry, List<String> words, Locale locale) {
        String summary = entry.summary().in(locale);
        String excerpt = words.stream().anyMatch(word -> Words.contains(summary, word))
                ? summary
                : entry.texts().stream()
                        .map(text -> text.in(locale))
                        .filter(text -> words.stream().anyMatch(word -> Words.contains(text, word)))
                        .findFirst()
                        .orElse(summary);
        return new Hit<>(
                entry.found(), Words.mark(entry.title().in(locale), words), Words.mark(excerpt, words));
    }

    /**
     * Something to be found.
     *
     * @param found what
     * @param title its title
     * @param summary what it is about
     * @param keywords other words for it, which are not shown
     * @param texts everything else that is worth searching
     */
    public record Entry<T>(
            T found,
            LocalizedText title,
            LocalizedText summary,
            List<LocalizedText> keywords,
            List<LocalizedText> texts) {}

    private record Ranked<T>(int rank, Hit<T> hit) {}
}
