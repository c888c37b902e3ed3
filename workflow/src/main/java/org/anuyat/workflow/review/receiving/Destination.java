package org.anuyat.workflow.review.receiving;

import org.jspecify.annotations.Nullable;

/**
 * The agency that is competent.
 *
 * @param code when it is one of this installation; else null
 * @param name in the officer's words, when it is not
 * @param contact where and how to reach it, when it is not
 */
public record Destination(@Nullable String code, @Nullable String name, @Nullable String contact) {

    /** Refuses what names nobody. */
    public Destination {
        if (code == null && (name == null || name.isBlank() || contact == null || contact.isBlank())) {
            throw new IllegalArgumentException("an agency outside of this installation has a name and a contact");
        }
    }

    /** An agency of this installation. */
    public static Destination here(String code) {
        return new Destination(code, null, null);
    }

    /** An agency outside of this installation. */
    public static Destination elsewhere(String name, String contact) {
        return new Destination(null, name.strip(), contact.strip());
    }
}
