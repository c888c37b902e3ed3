package org.anuyat.signing.service.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.anuyat.signing.service.SamplePermit;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is read here is read by PDFBox, which didn't write it. */
class RevisionTest {

    private static final int ROOM = 100;
    private static final COSName TIME_STAMP = COSName.getPDFName("ETSI.RFC3161");

    static Stream<Arguments> files() throws IOException {
        byte[] streams = saved(SamplePermit.pdf(), CompressParameters.DEFAULT_COMPRESSION);
        byte[] table = saved(SamplePermit.pdf(), CompressParameters.NO_COMPRESSION);
        byte[] onlyRoot = withoutInfoAndIdentifier(table);
        byte[] noLineEnd = Arrays.copyOf(table, table.length - 1);
        return Stream.of(
                Arguments.of("cross-reference stream", streams, true),
                Arguments.of("many object streams", saved(streams, new CompressParameters(5)), true),
                Arguments.of("cross-reference table", table, false),
                Arguments.of("nothing but a root in the trailer", onlyRoot, false),
                Arguments.of("no line end after its end", noLineEnd, false));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void a_file_gets_a_signature_and_then_another_one(String name, byte[] file, boolean stream) throws IOException {
        byte[] once = signed(file, "first");
        byte[] twice = signed(once, "second");

        assertThat(once).startsWith(file);
        assertThat(twice).startsWith(once);
        assertThat(end(once).contains("/XRef")).isEqualTo(stream);
        assertThat(end(once).contains("\ntrailer\n")).isEqualTo(!stream);
        try (PDDocument document = Loader.loadPDF(twice)) {
            List<PDSignature> signatures = document.getSignatureDictionaries();
            assertThat(signatures).hasSize(2);
            assertThat(content(signatures.get(0))).isEqualTo("first");
            assertThat(content(signatures.get(1))).isEqualTo("second");
            assertThat(signatures.get(0).getSignedContent(twice)).isEqualTo(withoutSignature(once, signatures.get(0)));
            assertThat(signatures.get(1).getSignedContent(twice)).isEqualTo(withoutSignature(twice, signatures.get(1)));
            for (PDSignatureField field : document.getSignatureFields()) {
                assertThat(document.getPage(0).getAnnotations()).anySatisfy(annotation ->
                        assertThat(annotation.getCOSObject()).isSameAs(field.getCOSObject()));
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void all_else_stays_what_it_was(String name, byte[] file, boolean stream) throws IOException {
        byte[] once = signed(file, "first");

        try (PDDocument before = Loader.loadPDF(file);
                PDDocument after = Loader.loadPDF(once)) {
            int compared = 0;
            for (COSObjectKey key : before.getDocument().getXrefTable().keySet()) {
                COSBase then = before.getDocument().getObjectFromPool(key).getObject();
                COSBase now = after.getDocument().getObjectFromPool(key).getObject();
                if (then instanceof COSDictionary old && !isChangedOnPurpose(old) && now instanceof COSDictionary same) {
                    assertThat(same.keySet()).isEqualTo(old.keySet());
                    assertThat(text(same)).isEqualTo(text(old));
                    compared++;
                }
            }
            assertThat(compared).isGreaterThan(5);
            assertThat(after.getDocumentCatalog().getCOSObject().keySet())
                    .containsAll(before.getDocumentCatalog().getCOSObject().keySet());
            assertThat(after.getPage(0).getCOSObject().keySet()).containsAll(before.getPage(0).getCOSObject().keySet());
            assertThat(after.getDocument().getTrailer().containsKey(COSName.INFO))
                    .isEqualTo(before.getDocument().getTrailer().containsKey(COSName.INFO));
            assertThat(after.getDocument().getDocumentID().size()).isEqualTo(2);
            if (before.getDocument().getDocumentID() != null) {
                assertThat(after.getDocument().getDocumentID().get(0)).isEqualTo(before.getDocument().getDocumentID().get(0));
            }
            assertThat(after.getDocument().getDocumentID().get(1)).isNotEqualTo(
                    before.getDocument().getDocumentID() == null ? null : before.getDocument().getDocumentID().get(1));
        }
    }

    @Test
    void where_thai_digits_are_usual_a_file_is_written_with_its_own() throws IOException {
        byte[] table = saved(SamplePermit.pdf(), CompressParameters.NO_COMPRESSION);
        Locale usual = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("th-TH-u-nu-thai"));
            byte[] once = signed(table, "first");
            assertThat(end(once)).containsPattern("\n[0-9]{10} 00000 n\r\n").doesNotContain("?");
        } finally {
            Locale.setDefault(usual);
        }
    }

    @Test
    void a_signature_that_is_too_long_is_refused() throws IOException {
        byte[] file = SamplePermit.pdf();

        assertThatThrownBy(() -> signed(file, "x".repeat(ROOM + 1))).hasMessageContaining("101 bytes has room for 100");
        assertThat(signed(file, "x".repeat(ROOM))).startsWith(file);
    }

    @Test
    void a_signature_that_no_field_has_is_refused() throws IOException {
        byte[] file = SamplePermit.pdf();

        try (PDDocument document = Loader.loadPDF(file)) {
            assertThatThrownBy(() -> Revision.write(file, document, new PDSignature(), ROOM, content -> new byte[1]))
                    .hasMessageContaining("isn't part of the document");
        }
    }

    private static boolean isChangedOnPurpose(COSDictionary dictionary) {
        COSName type = dictionary.getCOSName(COSName.TYPE);
        return COSName.CATALOG.equals(type) || COSName.PAGE.equals(type) || COSName.XREF.equals(type);
    }

    /** An object by itself: of others no more than their numbers. */
    private static String text(COSBase object) {
        if (object instanceof COSObject other) {
            return other.getKey().toString();
        }
        if (object instanceof COSDictionary dictionary) {
            return dictionary.entrySet().stream()
                    .map(entry -> entry.getKey().getName() + " " + text(entry.getValue()))
                    .sorted()
                    .toList()
                    .toString();
        }
        return object instanceof COSArray array
                ? array.toList().stream().map(RevisionTest::text).toList().toString()
                : object.toString();
    }

    private static byte[] signed(byte[] file, String content) throws IOException {
        try (PDDocument document = Loader.loadPDF(file)) {
            PDSignature signature = new PDSignature();
            signature.setType(COSName.DOC_TIME_STAMP);
            signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            signature.setSubFilter(TIME_STAMP);
            Revision.addField(document, signature, ROOM);
            return Revision.write(file, document, signature, ROOM, covered -> {
                assertThat(length(covered)).isGreaterThan(file.length);
                return content.getBytes(StandardCharsets.US_ASCII);
            });
        }
    }

    private static int length(InputStream content) {
        try {
            return content.readAllBytes().length;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String content(PDSignature signature) {
        return new String(signature.getContents(), StandardCharsets.US_ASCII).replace("\0", "");
    }

    private static byte[] withoutSignature(byte[] file, PDSignature signature) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        int begin = text.indexOf("/Contents <" + hex(content(signature))) + "/Contents ".length();
        int end = text.indexOf('>', begin) + 1;
        return (text.substring(0, begin) + text.substring(end)).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String hex(String content) {
        StringBuilder hex = new StringBuilder();
        content.chars().forEach(character -> hex.append("%02X".formatted(character)));
        return hex.toString();
    }

    private static String end(byte[] file) {
        return new String(file, file.length - 600, 600, StandardCharsets.ISO_8859_1);
    }

    private static byte[] saved(byte[] file, CompressParameters compression) throws IOException {
        try (PDDocument document = Loader.loadPDF(file)) {
            ByteArrayOutputStream saved = new ByteArrayOutputStream();
            document.save(saved, compression);
            return saved.toByteArray();
        }
    }

    /** Changed in place, so that nothing else moves. */
    private static byte[] withoutInfoAndIdentifier(byte[] file) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        int trailer = text.lastIndexOf("trailer");
        String without = text.substring(trailer).replace("/Info", "/Was1").replace("/ID", "/W2");
        return (text.substring(0, trailer) + without).getBytes(StandardCharsets.ISO_8859_1);
    }
}
