package org.anuyat.workflow.documents.shaping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * Stand-ins of one document: a layout engine that knows characters only gets one private-use character for each cluster,
 * which the document's fonts draw as one glyph. Private-use characters of the text itself are refused, so none is mistaken.
 */
final class Tokens {

    private static final char FIRST = '\uE000';
    private static final int CAPACITY = 0xF8FF - FIRST + 1;

    private final Predicate<String> covered;
    private final Map<String, String> tokens = new HashMap<>();
    private final List<String> clusters = new ArrayList<>();

    /** @param covered whether some font of the document draws a cluster */
    Tokens(Predicate<String> covered) {
        this.covered = covered;
    }

    /**
     * Replaces clusters by their tokens.
     *
     * @throws UnsupportedCharacterException if a character has no business on paper or no font has it
     * @throws TooManyClustersException if there are no tokens left
     */
    String encode(String text) {
        if (text.chars().allMatch(c -> c >= ' ' && c < 0x7F || c == '\n')) {
            return text;
        }
        StringBuilder encoded = new StringBuilder(text.length());
        Clusters.each(tidy(text), piece -> encoded.append(tokens.computeIfAbsent(piece, this::token)));
        return encoded.toString();
    }

    /** The cluster that a token stands for, or null if it is none. */
    @Nullable String cluster(int token) {
        int index = token - FIRST;
        return index >= 0 && index < clusters.size() ? clusters.get(index) : null;
    }

    private String token(String piece) {
        if (piece.codePoints().allMatch(Character::isWhitespace)) {
            return piece;
        }
        if (!covered.test(piece)) {
            throw new UnsupportedCharacterException(piece.codePoints()
                    .filter(c -> !covered.test(Character.toString(c))).findFirst().orElse(piece.codePointAt(0)));
        }
        if (piece.codePointCount(0, piece.length()) == 1) {
            return piece;
        }
        if (clusters.size() == CAPACITY) {
            throw new TooManyClustersException(CAPACITY);
        }
        clusters.add(piece);
        return String.valueOf((char) (FIRST + clusters.size() - 1));
    }

    /** Takes away what leaves no trace on paper, and refuses what would change how the rest is read. */
    private static String tidy(String text) {
        StringBuilder tidy = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '\t', '\n', '\r', 0x200B -> tidy.append((char) c);
                case 0x0B, 0x0C, 0x85, 0x2028, 0x2029 -> tidy.append('\n');
                // soft hyphen, joiners, word joiner, byte order mark, variation selectors
                case 0xAD, 0x200C, 0x200D, 0x2060, 0xFEFF, 0xFE0E, 0xFE0F -> { }
                default -> {
                    if (!mayBePrinted(c)) {
                        throw new UnsupportedCharacterException(c);
                    }
                    tidy.appendCodePoint(c);
                }
            }
        });
        return tidy.toString();
    }

    private static boolean mayBePrinted(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.PRIVATE_USE, Character.SURROGATE, Character.UNASSIGNED -> false;
            default -> switch (Character.getDirectionality(c)) {
                // scripts that run from right to left would come out backwards
                case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC,
                     Character.DIRECTIONALITY_ARABIC_NUMBER -> false;
                default -> true;
            };
        };
    }
}
