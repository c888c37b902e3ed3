package org.anuyat.workflow.files;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.anuyat.workflow.files.FileRefused.Code;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/**
 * Makes sure that a content is what its name says and nothing else besides: the first bytes, Apache Tika and a parser of the
 * type must agree, and no second reading of the same bytes (a polyglot) may exist.
 */
final class ContentCheck {

    /** PDF readers look for their signature in as many first bytes. */
    private static final int PDF_SEARCHES = 1024;

    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    /** Reads a whole file as its type. */
    @FunctionalInterface
    interface Reader {

        /** Throws {@link FileRefused} when the file is not a plain one of the type. */
        void read(Path file) throws IOException;
    }

    private record Expectation(byte[] signature, Set<String> detected, Reader reader) {}

    private final MimeTypes detector = MimeTypes.getDefaultMimeTypes();
    private final Map<FileType, Expectation> expectations = new EnumMap<>(FileType.class);

    ContentCheck() {
        PictureReader pictures = new PictureReader();
        expectations.put(FileType.PDF, new Expectation(PDF, Set.of("application/pdf"), new PdfReader()));
        expectations.put(FileType.JPEG, new Expectation(JPEG, Set.of("image/jpeg"), file -> pictures.read(file, "jpeg")));
        expectations.put(FileType.PNG, new Expectation(PNG, Set.of("image/png"), file -> pictures.read(file, "png")));
        expectations.put(
                FileType.DOC,
                new Expectation(OLE, Set.of("application/x-tika-msoffice", "application/msword"), new WordReader()));
        expectations.put(
                FileType.DOCX,
                new Expectation(
                        ZIP,
                        Set.of("application/zip", "application/x-tika-ooxml", FileType.DOCX.mediaType()),
                        new DocxReader()));
        expectations.put(FileType.TXT, new Expectation(new byte[0], Set.of("text/plain"), new TextReader()));
    }

    /** Throws {@link FileRefused} unless the file is of the type, through and through. */
    void require(Path file, FileType type) throws IOException {
        Expectation expected = expectations.get(type);
        byte[] head = head(file);
        if (!startsWith(head, expected.signature())) {
            throw new FileRefused(Code.CONTENT_MISMATCH, "the first bytes are not those of " + type);
        }
        // Tika tries hundreds of patterns at every place: what has a signature shows itself in the first bytes
        String detected = expected.signature().length > 0 ? detect(new ByteArrayInputStream(head)) : detect(file);
        if (!expected.detected().contains(detected)) {
            throw new FileRefused(Code.CONTENT_MISMATCH, "named " + type + " but looks like " + detected);
        }
        if (type != FileType.PDF && type != FileType.TXT && indexOf(head, PDF) >= 0) {
            throw new FileRefused(Code.CONTENT_MISMATCH, "can be read as PDF too");
        }
        if (type != FileType.DOCX && opensAsZip(file)) {
            throw new FileRefused(Code.CONTENT_MISMATCH, "can be read as ZIP too");
        }
        expected.reader().read(file);
    }

    private String detect(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            return detect(in);
        }
    }

    private String detect(InputStream content) throws IOException {
        return detector.detect(content, new Metadata()).getBaseType().toString();
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(PDF_SEARCHES);
        }
    }

    private static boolean opensAsZip(Path file) throws IOException {
        try (ZipFile ignored = new ZipFile(file.toFile())) {
            return true;
        } catch (ZipException e) {
            return false;
        }
    }

    private static boolean startsWith(byte[] content, byte[] signature) {
        return content.length >= signature.length
                && Arrays.equals(content, 0, signature.length, signature, 0, signature.length);
    }

    private static int indexOf(byte[] content, byte[] wanted) {
        for (int i = 0; i + wanted.length <= content.length; i++) {
            if (Arrays.equals(content, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        return -1;
    }
}
