package org.anuyat.workflow.submission.attachments;

import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file on its way in.
 *
 * @param content read once, not closed
 * @param name as the browser sent it
 * @param declaredType as the browser sent it
 */
public record Upload(InputStream content, @Nullable String name, @Nullable String declaredType) {}
