package org.anuyat.workflow.documents;

import java.util.regex.Pattern;

/**
 * A file inside of the document, for machines: the same facts that the pages tell people. Bound to the whole document
 * (ISO 19005-3, 6.8 and annex E).
 *
 * @param name        file name without folders, for example {@code permit.json}
 * @param mediaType   for example {@code application/json}
 * @param description one line for people
 * @param content     the bytes; not copied, don't change them afterwards
 * @param relationship what the file is to the pages
 */
public record EmbeddedFile(String name, String mediaType, String description, byte[] content, Relationship relationship) {

    /** What a file is to the pages (AFRelationship). */
    public enum Relationship {
        /** The facts from which the pages were made. */
        DATA("Data"),
        /** The whole document in another form. */
        ALTERNATIVE("Alternative"),
        /** What the pages were made from, such as the document that was copied. */
        SOURCE("Source");

        private final String name;

        Relationship(String name) {
            this.name = name;
        }

        String pdfName() {
            return name;
        }
    }

    private static final Pattern NAME = Pattern.compile("[^/\\\\\\p{Cntrl}]{1,120}");
    private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z]+/[A-Za-z0-9.+-]+");

    /** @throws IllegalArgumentException if the name isn't a plain file name or the media type isn't one */
    public EmbeddedFile {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Not a plain file name: " + name);
        }
        if (!MEDIA_TYPE.matcher(mediaType).matches()) {
            throw new IllegalArgumentException("Not a media type: " + mediaType);
        }
    }

    /** Facts from which the pages were made. */
    public EmbeddedFile(String name, String mediaType, String description, byte[] content) {
        this(name, mediaType, description, content, Relationship.DATA);
    }
}
