package org.anuyat.portal.application;

/**
 * A file in a list.
 *
 * @param id of the attachment
 * @param size in words
 * @param url where it is downloaded
 */
public record FileView(String id, String name, String size, String url) {}
