package org.anuyat.workflow.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.anuyat.workflow.files.FileRefused.Code;

/**
 * Looks into an old Word document ([MS-CFB], [MS-DOC]). The names of its streams stand in directory entries of 128 bytes,
 * which always lie at multiples of 128 bytes of the file, so one pass over the file sees them all without following chains.
 */
final class WordReader implements ContentCheck.Reader {

    private static final int ENTRY = 128;
    private static final int NAME_LENGTH_AT = 64;
    private static final Set<String> PROGRAMS = Set.of("Macros", "_VBA_PROJECT", "VBA", "_VBA_PROJECT_CUR", "Ole10Native");

    @Override
    public void read(Path file) throws IOException {
        Set<String> names = names(file);
        if (names.contains("EncryptedPackage") || names.contains("EncryptionInfo")) {
            throw new FileRefused(Code.NOT_PLAIN, "the document is encrypted");
        }
        if (!names.contains("WordDocument")) {
            throw new FileRefused(Code.CONTENT_MISMATCH, "an Office file, but not a Word document");
        }
        if (names.stream().anyMatch(PROGRAMS::contains)) {
            throw new FileRefused(Code.NOT_PLAIN, "the document carries macros");
        }
    }

    private static Set<String> names(Path file) throws IOException {
        Set<String> names = new HashSet<>();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            for (byte[] entry = in.readNBytes(ENTRY); entry.length == ENTRY; entry = in.readNBytes(ENTRY)) {
                int length = (entry[NAME_LENGTH_AT] & 0xFF) | (entry[NAME_LENGTH_AT + 1] & 0xFF) << 8;
                // names of this set only: anything else at these places is text of the document
                if (length >= 4 && length <= 64 && length % 2 == 0) {
                    String name = new String(entry, 0, length - 2, StandardCharsets.UTF_16LE);
                    if (name.chars().allMatch(c -> c < 128)) {
                        names.add(name.codePoints().filter(c -> c > 31).collect(
                                StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString());
                    }
                }
            }
        }
        return names;
    }
}
