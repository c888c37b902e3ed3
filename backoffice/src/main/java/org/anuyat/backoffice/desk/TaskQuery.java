package org.anuyat.backoffice.desk;

import java.util.Arrays;
import java.util.Locale;
import org.anuyat.workflow.worklist.TaskFilter;
import org.anuyat.workflow.worklist.TaskFilter.Order;
import org.anuyat.workflow.worklist.TaskKind;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the address of a list asks for. What makes no sense is left out: an address that somebody shortened still shows a list.
 *
 * @param kind name of a {@link TaskKind} in small letters
 * @param q text to search for
 * @param overdue {@code true} for late tasks only
 * @param mine {@code true} for own tasks only
 * @param sort {@code arrival} or {@code due}
 */
record TaskQuery(
        @Nullable String kind,
        @Nullable String service,
        @Nullable String q,
        @Nullable Boolean overdue,
        @Nullable Boolean mine,
        @Nullable String sort) {

    private static final int LONGEST_TEXT = 200;

    TaskFilter filter() {
        return new TaskFilter(
                kindAsked(),
                blankToNull(service),
                Boolean.TRUE.equals(overdue),
                Boolean.TRUE.equals(mine),
                text(),
                "due".equals(sort) ? Order.DUE : Order.ARRIVAL);
    }

    @Nullable TaskKind kindAsked() {
        return Arrays.stream(TaskKind.values())
                .filter(value -> value.name().equalsIgnoreCase(kind))
                .findFirst()
                .orElse(null);
    }

    @Nullable String text() {
        String text = blankToNull(q);
        return text == null || text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
    }

    TaskQuery withKind(@Nullable TaskKind other) {
        return new TaskQuery(
                other == null ? null : other.name().toLowerCase(Locale.ROOT), service, q, overdue, mine, sort);
    }

    TaskQuery withSort(String other) {
        return new TaskQuery(kind, service, q, overdue, mine, other);
    }

    /** The address of this list, or of what is exported from it. */
    String url(String path) {
        UriComponentsBuilder url = UriComponentsBuilder.fromPath(path);
        add(url, "kind", kind);
        add(url, "service", service);
        add(url, "q", text());
        add(url, "overdue", Boolean.TRUE.equals(overdue) ? "true" : null);
        add(url, "mine", Boolean.TRUE.equals(mine) ? "true" : null);
        add(url, "sort", sort);
        return url.encode().build().toUriString();
    }

    private static void add(UriComponentsBuilder url, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            url.queryParam(name, value);
        }
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
