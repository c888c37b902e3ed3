package org.anuyat.kit.part;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Where the reader is in a list of several pages.
 *
 * @param current the page that is shown, from 1
 * @param total how many pages there are
 * @param url where a page is found, with {@code {page}} for its number
 */
public record Pages(int current, int total, String url) {

    public Pages {
        if (current < 1 || total < 0 || !url.contains("{page}")) {
            throw new IllegalArgumentException("no such page: " + current + " of " + total + " at " + url);
        }
    }

    /** How many pages a list of that many entries has. */
    public static Pages of(int current, long entries, int perPage, String url) {
        return new Pages(current, Math.toIntExact((entries + perPage - 1) / perPage), url);
    }

    /** The page that an address asks for, from 1; the first one where it asks for none that can be. */
    public static int asked(String page) {
        return page.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(page) : 1;
    }

    public String url(int page) {
        return url.replace("{page}", String.valueOf(page));
    }

    /** The numbers to show: the first, the last and those about the current one; null stands for those left out. */
    public List<@Nullable Integer> numbers() {
        List<@Nullable Integer> numbers = new ArrayList<>();
        int previous = 0;
        for (int page : IntStream.rangeClosed(1, total).filter(this::isShown).toArray()) {
            if (page > previous + 1) {
                numbers.add(null);
            }
            numbers.add(page);
            previous = page;
        }
        return numbers;
    }

    private boolean isShown(int page) {
        return page == 1 || page == total || Math.abs(page - current) <= 2;
    }
}
