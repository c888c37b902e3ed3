package org.anuyat.workflow.worklist;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks a list shows.
 *
 * @param kind only this kind; null for all that the officer may do
 * @param serviceId only of this service; null for all
 * @param overdue only what should have been done already
 * @param mine only what the officer has taken on
 * @param text parts of the application's number or the applicant's name, Thai or Arabic digits, any case; null for all
 */
public record TaskFilter(
        @Nullable TaskKind kind,
        @Nullable String serviceId,
        boolean overdue,
        boolean mine,
        @Nullable String text,
        Order order) {

    private static final int WORDS = 5;

    /** In which order a list runs. */
    public enum Order {
        /** By the legal time of receipt, the earliest first. */
        ARRIVAL("received_at"),
        /** By the time until which it must be done, the earliest first. */
        DUE("due_at");

        private final String column;

        Order(String column) {
            this.column = column;
        }

        String column() {
            return column;
        }
    }

    /** Everything that an officer may do, in order of arrival. */
    public static TaskFilter everything() {
        return new TaskFilter(null, null, false, false, null, Order.ARRIVAL);
    }

    /** Only what the officer has taken on. */
    public TaskFilter onlyMine() {
        return new TaskFilter(kind, serviceId, overdue, true, text, order);
    }

    /** Only what is late, the latest first. */
    public TaskFilter onlyOverdue() {
        return new TaskFilter(kind, serviceId, true, mine, text, Order.DUE);
    }

    /** The words of the text as patterns of {@code like}, its wildcards taken literally; at most five. */
    List<String> patterns() {
        if (text == null) {
            return List.of();
        }
        return Arrays.stream(text.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .limit(WORDS)
                .map(word -> "%" + literally(arabicDigits(word)).toLowerCase(Locale.ROOT) + "%")
                .toList();
    }

    private static String arabicDigits(String word) {
        return word.codePoints()
                .map(c -> c >= '๐' && c <= '๙' ? c - '๐' + '0' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String literally(String word) {
        return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
