package org.anuyat.workflow.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.anuyat.workflow.files.FileRefused.Code;

/** Looks into a Word document (ECMA-376): its main part must be there, macros, embedded programs and bombs must not. */
final class DocxReader implements ContentCheck.Reader {

    private static final int MOST_PARTS = 5_000;
    private static final long MOST_UNPACKED = 500L << 20;

    @Override
    public void read(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.getEntry("[Content_Types].xml") == null || zip.getEntry("word/document.xml") == null) {
                throw new FileRefused(Code.CONTENT_MISMATCH, "a ZIP file, but not a Word document");
            }
            long unpacked = 0;
            int parts = 0;
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry part = entries.nextElement();
                requireHarmless(part.getName().toLowerCase(Locale.ROOT));
                unpacked += Math.max(0, part.getSize());
                if (++parts > MOST_PARTS || unpacked > MOST_UNPACKED) {
                    throw new FileRefused(Code.TOO_LARGE, "the document unpacks to too much");
                }
            }
        } catch (ZipException e) {
            throw new FileRefused(Code.DAMAGED, "the document cannot be unpacked");
        }
    }

    private static void requireHarmless(String part) {
        if (part.endsWith("vbaproject.bin") || part.contains("activex") || part.contains("oleobject")) {
            throw new FileRefused(Code.NOT_PLAIN, "the document carries macros or programs");
        }
    }
}
