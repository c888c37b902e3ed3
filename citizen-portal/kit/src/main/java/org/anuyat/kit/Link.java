package org.anuyat.kit;

import org.jspecify.annotations.Nullable;

/**
 * A link. For links of the same words, such as several "change" on one page, {@code about} tells screen readers which is which.
 *
 * @param url where it leads, from the root of the application
 * @param text the words, or for {@link Site#navigation} the key of a message
 * @param about what the link is about, heard and not seen
 */
public record Link(String url, String text, @Nullable String about) {

    public static Link of(String url, String text) {
        return new Link(url, text, null);
    }
}
