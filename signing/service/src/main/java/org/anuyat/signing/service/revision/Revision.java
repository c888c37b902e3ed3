package org.anuyat.signing.service.revision;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Function;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;

/**
 * The changes of a document as an incremental update that ends with a signature or a time stamp over the whole file (ISO 32000-1, 7.5.6 and
 * 12.8.1). The file so far isn't touched, and no object is read that wasn't looked at: PDFBox's own writer reads all of them first.
 */
public final class Revision {

    /** What an update takes besides the signature, roughly. */
    private static final int USUAL = 8192;

    private Revision() {}

    /**
     * Adds an invisible field for a signature or a time stamp.
     *
     * @param room bytes that it has at most
     */
    public static void addField(PDDocument document, PDSignature signature, int room) throws IOException {
        try (SignatureOptions options = new SignatureOptions()) {
            options.setPreferredSignatureSize(room);
            document.addSignature(signature, options);
        }
    }

    /**
     * Writes the file with the document's changes.
     *
     * @param file as the document was loaded from it
     * @param document with its changes; all that was changed is marked so
     * @param signature that a field of the document has
     * @param room bytes that it has at most
     * @param signer makes the signature or the time stamp, DER, of what it covers
     * @return the whole file
     */
    public static byte[] write(
            byte[] file, PDDocument document, PDSignature signature, int room, Function<InputStream, byte[]> signer)
            throws IOException {
        COSDocument objects = document.getDocument();
        Bytes written = new Bytes(file.length + 2 * room + USUAL);
        written.writeBytes(file);
        if (file[file.length - 1] != '\n') {
            written.write('\n');
        }
        SignaturePlace place = new SignaturePlace(signature.getCOSObject(), room);
        // a stream of cross-references may not be among them
        long highest = Math.max(objects.getHighestXRefObjectNumber(), objects.getTrailer().getLong(COSName.SIZE, 1) - 1);
        ObjectWriter writer = new ObjectWriter(written, place, highest);
        writer.write(objects.getTrailer().toIncrement().exclude(objects.getTrailer()));
        new CrossReferences(objects, written).write(file.length, writer);
        place.fill(written, signer.apply(place.covered(written)));
        return written.toByteArray();
    }
}
