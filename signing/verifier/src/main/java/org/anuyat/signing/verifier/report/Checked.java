package org.anuyat.signing.verifier.report;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was checked.
 *
 * @param subject path of the file, or number of the permit
 * @param reasons why it isn't valid; empty when it is
 * @param signer who vouches for it; empty when nobody does
 * @param at when it was signed, as far as that is known
 * @param demonstration whether only a demonstration certificate vouches for it
 * @param details everything that was found out, for the JSON
 */
public record Checked(
        String subject,
        Outcome outcome,
        List<Finding> reasons,
        String signer,
        @Nullable Instant at,
        boolean demonstration,
        Object details) {

    /** Copies the list. */
    public Checked {
        reasons = List.copyOf(reasons);
    }

    /**
     * Something found.
     *
     * @param code key of its text in the message bundles
     * @param arguments for the text
     */
    public record Finding(String code, Object... arguments) {}
}
