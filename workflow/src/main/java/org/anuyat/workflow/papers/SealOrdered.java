package org.anuyat.workflow.papers;

import java.util.UUID;

/**
 * A paper waits for its seal once the running transaction has committed.
 *
 * @param paper the file as it was made
 */
public record SealOrdered(UUID paper) {}
