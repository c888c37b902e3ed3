package org.anuyat.workflow.catalogue.search;

import java.util.List;

/**
 * Something that was found.
 *
 * @param found what
 * @param title its title, in pieces
 * @param excerpt the part of it that was looked for, in pieces
 */
public record Hit<T>(T found, List<Piece> title, List<Piece> excerpt) {

    /** Copies the lists. */
    public Hit {
        title = List.copyOf(title);
        excerpt = List.copyOf(excerpt);
    }

    /**
     * A piece of text.
     *
     * @param text as it is read
     * @param match whether it is what was looked for
     */
    public record Piece(String text, boolean match) {}
}
