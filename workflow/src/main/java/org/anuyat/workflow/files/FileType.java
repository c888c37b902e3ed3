package org.anuyat.workflow.files;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Kinds of files that people may hand in: the least set of the standard (PDF, DOC, DOCX, TXT, JPEG), and PNG for pictures. */
public enum FileType {
    PDF("application/pdf", Set.of("pdf")),
    JPEG("image/jpeg", Set.of("jpg", "jpeg")),
    PNG("image/png", Set.of("png")),
    DOC("application/msword", Set.of("doc")),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", Set.of("docx")),
    TXT("text/plain", Set.of("txt"));

    private final String mediaType;
    private final Set<String> extensions;

    FileType(String mediaType, Set<String> extensions) {
        this.mediaType = mediaType;
        this.extensions = extensions;
    }

    /** The Internet media type. */
    public String mediaType() {
        return mediaType;
    }

    /** The endings of file names, in small letters without the dot. */
    public Set<String> extensions() {
        return extensions;
    }

    /** The type by the ending of a file name, in any case of letters, without the dot. */
    public static Optional<FileType> ofExtension(String extension) {
        String wanted = extension.toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(type -> type.extensions.contains(wanted)).findFirst();
    }

    /** The type by its media type; parameters such as a character set are ignored. */
    public static Optional<FileType> ofMediaType(String mediaType) {
        String wanted = mediaType.toLowerCase(Locale.ROOT).replaceAll(";.*", "").strip();
        return Arrays.stream(values()).filter(type -> type.mediaType.equals(wanted)).findFirst();
    }
}
