package org.anuyat.signing.service;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSUpdateInfo;
import org.apache.pdfbox.pdmodel.PDDocument;

/** How whoever has no key changes a file. */
final class Forging {

    private Forging() {}

    /** What is changed about a document. */
    @FunctionalInterface
    interface Edit {

        void on(PDDocument document) throws IOException;
    }

    /** The file written anew as a whole. */
    static byte[] anew(byte[] pdf, Edit edit) {
        return edited(pdf, edit, PDDocument::save);
    }

    /** The file as it is, with an incremental update behind it. */
    static byte[] later(byte[] pdf, Edit edit) {
        return edited(pdf, edit, PDDocument::saveIncremental);
    }

    static COSDictionary catalog(PDDocument document) {
        return document.getDocumentCatalog().getCOSObject();
    }

    static COSDictionary firstField(PDDocument document) {
        return (COSDictionary) catalog(document)
                .getCOSDictionary(COSName.ACRO_FORM)
                .getCOSArray(COSName.FIELDS)
                .getObject(0);
    }

    static COSArray numbers(float... numbers) {
        COSArray array = new COSArray();
        for (float number : numbers) {
            array.add(new COSFloat(number));
        }
        return array;
    }

    /** Has the next update hold these objects. */
    static void touch(COSUpdateInfo... objects) {
        Stream.of(objects).forEach(object -> object.setNeedToBeUpdated(true));
    }

    @FunctionalInterface
    private interface Saving {

        void save(PDDocument document, ByteArrayOutputStream out) throws IOException;
    }

    private static byte[] edited(byte[] pdf, Edit edit, Saving saving) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            edit.on(document);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            saving.save(document, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
