package org.anuyat.workflow.files;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import org.anuyat.workflow.files.FileRefused.Code;
import org.jspecify.annotations.Nullable;

/**
 * The name of an uploaded file, made safe: no folders, no characters that are invisible, reverse the direction of reading
 * (which let {@code exe.pdf} be shown for {@code fdp.exe}) or mean something to an operating system; at most
 * {@value #LONGEST} characters.
 */
record FileName(String text, String extension) {

    private static final int LONGEST = 150;

    static FileName cleaned(@Nullable String original) {
        String name = Normalizer.normalize(original == null ? "" : original, Normalizer.Form.NFC);
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        name = name.replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Zl}\\p{Zp}]", "")
                .replaceAll("[<>:\"|?*%;]", "_")
                .replaceAll("\\s+", " ")
                .replaceAll("^[. ]+|[. ]+$", "");
        int dot = name.lastIndexOf('.');
        if (dot < 1) {
            throw new FileRefused(Code.NAME, "a file name needs a name and an ending");
        }
        String stem = name.substring(0, dot);
        String ending = name.substring(dot + 1);
        int room = LONGEST - ending.length() - 1;
        if (room < 1) {
            throw new FileRefused(Code.NAME, "the ending of the file name is too long");
        }
        if (stem.length() > room) {
            stem = stem.substring(0, Character.isHighSurrogate(stem.charAt(room - 1)) ? room - 1 : room);
        }
        return new FileName(stem + "." + ending, ending.toLowerCase(Locale.ROOT));
    }

    Optional<FileType> type() {
        return FileType.ofExtension(extension);
    }
}
