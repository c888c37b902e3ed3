package org.anuyat.signing.service.archive;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.anuyat.signing.service.revision.Revision;
import org.anuyat.signing.service.stamps.TimeStamps;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;

/** A time stamp over a whole document, as a field of its own (document time-stamp dictionary, ETSI EN 319 142-1, 5.4.3). */
final class ArchiveStamp {

    private static final COSName TOKEN = COSName.getPDFName("ETSI.RFC3161");

    private ArchiveStamp() {}

    /**
     * Writes a document with its changes and a time stamp over them.
     *
     * @param file as the document was loaded from it
     * @return the whole file
     * @throws org.anuyat.signing.service.stamps.NoTimeStamp when no authority stamps
     */
    static byte[] add(byte[] file, PDDocument document, TimeStamps authorities) throws IOException {
        PDSignature stamp = new PDSignature();
        stamp.setType(COSName.DOC_TIME_STAMP);
        stamp.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
        stamp.setSubFilter(TOKEN);
        Revision.addField(document, stamp, authorities.largest());
        return Revision.write(file, document, stamp, authorities.largest(), content -> authorities
                .getTimeStampResponse(DigestAlgorithm.SHA256, sha256(content))
                .getBytes());
    }

    private static byte[] sha256(InputStream content) {
        try (DigestInputStream in = new DigestInputStream(content, MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return in.getMessageDigest().digest();
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
