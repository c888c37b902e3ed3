package org.anuyat.kit.part;

import org.jspecify.annotations.Nullable;

/**
 * The head of a table's column.
 *
 * @param sortUrl where the list is sorted by this column, in the other direction when it is already; null can't be sorted
 * @param order how the list is sorted by this column now
 * @param numeric numbers stand on the right
 */
public record Column(String label, @Nullable String sortUrl, Order order, boolean numeric) {

    public enum Order { NONE, ASCENDING, DESCENDING }

    public static Column of(String label) {
        return new Column(label, null, Order.NONE, false);
    }

    /** What {@code aria-sort} says; null when the column can't be sorted. */
    public @Nullable String ariaSort() {
        return sortUrl == null ? null : order.name().toLowerCase(java.util.Locale.ROOT);
    }
}
