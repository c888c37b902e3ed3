package org.anuyat.signing.validation;

/**
 * Bounds of the examination of one file.
 *
 * @param pages most pages
 * @param revisions most revisions, and most signatures
 * @param expanded most bytes that the file's compressed parts may expand to
 */
public record Bounds(int pages, int revisions, long expanded) {}
