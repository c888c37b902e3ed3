package org.anuyat.workflow.thai;

import org.jspecify.annotations.Nullable;

/**
 * Thai digits (เลขไทย, U+0E50 to U+0E59) and the Arabic ones. Official papers are written with the former, people type
 * both, and the database holds the latter.
 */
public final class ThaiDigits {

    private ThaiDigits() {
    }

    /** Replaces 0 to 9 by ๐ to ๙ and leaves everything else as it is. */
    public static String toThai(CharSequence text) {
        return shift(text, '0', '๐');
    }

    /** The number in Thai digits, without grouping. */
    public static String toThai(long number) {
        return toThai(Long.toString(number));
    }

    /** Replaces ๐ to ๙ by 0 to 9 and leaves everything else as it is. */
    public static String toArabic(CharSequence text) {
        return shift(text, '๐', '0');
    }

    /** What people put between digits when they copy a number: spaces, hyphens and dashes, dots, brackets, slashes. */
    static String digitsAndLettersOf(@Nullable String text) {
        return text == null ? "" : toArabic(text).replaceAll("[\\s\\p{Z}\\p{Cf}\\p{Pd}.()/]", "");
    }

    static boolean allDigits(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static String shift(CharSequence text, char from, char to) {
        StringBuilder shifted = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            shifted.append(c >= from && c <= from + 9 ? (char) (c - from + to) : c);
        }
        return shifted.toString();
    }
}
