package org.anuyat.kit.part;

import org.jspecify.annotations.Nullable;

/**
 * One thing on a time line that has happened, is happening or will happen.
 *
 * @param time when, in words of the reader's language; null when it isn't known yet
 * @param words what happened or what the reader has to do
 */
public record Milestone(String title, @Nullable String time, @Nullable String words, State state) {

    public enum State { DONE, NOW, LATER }

    /** What the class of the state is called. */
    public String css() {
        return "kit-timeline__item--" + state.name().toLowerCase(java.util.Locale.ROOT);
    }
}
