package org.anuyat.workflow.drawing;

import java.util.List;

/**
 * Pages of a file that were drawn.
 *
 * @param <T> what was kept of a page
 * @param count how many pages the file has, drawn or not
 */
public record Drawn<T>(List<T> pages, int count) {

    public Drawn {
        pages = List.copyOf(pages);
    }
}
