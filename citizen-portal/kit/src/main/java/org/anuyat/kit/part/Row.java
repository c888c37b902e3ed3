package org.anuyat.kit.part;

import java.util.List;
import org.anuyat.kit.Link;

/**
 * A row of a summary list.
 *
 * @param lines the answer, each element on a line of its own
 * @param actions what can be done with it, such as changing it
 */
public record Row(String key, List<String> lines, List<Link> actions) {

    public Row {
        lines = List.copyOf(lines);
        actions = List.copyOf(actions);
    }

    public static Row of(String key, String value) {
        return new Row(key, List.of(value), List.of());
    }

    /** The same with a link to change the answer. */
    public Row withAction(String url, String text) {
        return new Row(key, lines, List.of(new Link(url, text, key)));
    }
}
