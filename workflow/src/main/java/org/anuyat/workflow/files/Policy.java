package org.anuyat.workflow.files;

import java.util.Set;

/**
 * What is taken in at one place.
 *
 * @param agency whose files these are
 * @param types of {@link FileType} that are allowed
 * @param maxBytes at most, 1 to 1 GiB
 */
public record Policy(String agency, Set<FileType> types, long maxBytes) {

    private static final long MOST = 1L << 30;

    public Policy {
        types = Set.copyOf(types);
        if (types.isEmpty() || maxBytes < 1 || maxBytes > MOST) {
            throw new IllegalArgumentException("a policy allows some type and 1 byte to 1 GiB");
        }
    }

    /** What the platform itself puts in: PDF documents and pictures that it made, up to 64 MiB. */
    public static Policy ofPlatform(String agency) {
        return new Policy(agency, Set.of(FileType.values()), 64L << 20);
    }
}
