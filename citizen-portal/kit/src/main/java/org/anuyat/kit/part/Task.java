package org.anuyat.kit.part;

import org.jspecify.annotations.Nullable;

/**
 * A step of a task list.
 *
 * @param url where it is done; null when it can't be started yet
 * @param status the state as a tag; null when it is done, {@code done} says so in plain words
 * @param done the words for a finished or waiting task, without a ground
 */
public record Task(String name, @Nullable String url, @Nullable String hint, @Nullable Tag status, @Nullable String done) {

    /** A task that still has something to do. */
    public static Task open(String name, String url, Tag status) {
        return new Task(name, url, null, status, null);
    }

    /** A finished task which can be looked at again. */
    public static Task finished(String name, String url, String words) {
        return new Task(name, url, null, null, words);
    }

    /** A task that can't be started yet. */
    public static Task waiting(String name, String words) {
        return new Task(name, null, null, null, words);
    }

    public Task withHint(String hint) {
        return new Task(name, url, hint, status, done);
    }
}
