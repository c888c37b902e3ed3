package org.anuyat.workflow.files;

import java.util.Set;

/**
 * What is taken in at one place.
 *
 * @param agency whose files these are
 * @param types that are allowed, at least one
 * @param maxBytes at most, 1 byte to 1 GiB
 */
public record Policy(String agency, Set<FileType> types, long maxBytes) {

    private static final long MOST = 1L << 30;

    public Policy {
        types = Set.copyOf(types);
        if (types.isEmpty() || maxBytes < 1 || maxBytes > MOST) {
            throw new IllegalArgumentException("a policy allows some type and 1 byte to 1 GiB");
        }
    }
}
