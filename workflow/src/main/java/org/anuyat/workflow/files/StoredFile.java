package org.anuyat.workflow.files;

import java.util.UUID;

/**
 * A file in the store.
 *
 * @param name as the person gave it, cleaned: safe to show and to send as a file name
 * @param mediaType what it really is
 * @param size in bytes
 * @param sha256 of the content, lower-case hexadecimal
 */
public record StoredFile(UUID id, String agency, String name, String mediaType, long size, String sha256) {}
