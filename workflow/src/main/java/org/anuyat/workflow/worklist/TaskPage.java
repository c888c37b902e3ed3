package org.anuyat.workflow.worklist;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list. Pages follow each other by position, not by number, so that the thousandth costs as much as the first
 * and nothing is shown twice or left out when colleagues close tasks meanwhile.
 *
 * @param next where the next page starts; null on the last
 * @param previous where the page before ends; null on the first
 */
public record TaskPage(List<Task> tasks, @Nullable Position next, @Nullable Position previous) {

    /**
     * A place between two tasks.
     *
     * @param backwards whether the page lies before it
     */
    public record Position(Instant sortedBy, Instant enteredAt, long id, boolean backwards) {

        static Position of(Task task, TaskFilter.Order order, boolean backwards) {
            Instant by = order == TaskFilter.Order.DUE ? task.due() : task.of().receivedAt();
            return new Position(by, task.of().enteredAt(), task.id(), backwards);
        }

        /** As it stands in a link. */
        public String text() {
            return (backwards ? "b" : "f") + micros(sortedBy) + "." + micros(enteredAt) + "." + id;
        }

        /** Reads what a link says; empty when it is none of ours. */
        public static Optional<Position> parse(@Nullable String text) {
            if (text == null || !text.matches("[bf]-?\\d{1,17}\\.-?\\d{1,17}\\.\\d{1,18}")) {
                return Optional.empty();
            }
            String[] parts = text.substring(1).split("\\.");
            try {
                return Optional.of(new Position(
                        Instant.EPOCH.plus(Long.parseLong(parts[0]), ChronoUnit.MICROS),
                        Instant.EPOCH.plus(Long.parseLong(parts[1]), ChronoUnit.MICROS),
                        Long.parseLong(parts[2]),
                        text.charAt(0) == 'b'));
            } catch (DateTimeException | ArithmeticException e) {
                return Optional.empty();
            }
        }

        private static long micros(Instant instant) {
            return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
        }
    }
}
