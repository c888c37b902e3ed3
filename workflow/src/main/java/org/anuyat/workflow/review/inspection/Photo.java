package org.anuyat.workflow.review.inspection;

import java.time.Instant;
import java.util.UUID;

/**
 * A photograph of an inspection.
 *
 * @param sequence of the inspection that it belongs to
 * @param file its place in {@link org.anuyat.workflow.files.Files}
 * @param sha256 of the content, lower-case hexadecimal
 * @param caption what it shows; may be empty
 * @param by the name of who added it
 */
public record Photo(
        int sequence, UUID file, String name, String mediaType, String sha256, String caption, String by, Instant at) {}
