package org.anuyat.signing.service.archive;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.anuyat.signing.service.stamps.TimeStamps;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.ExternalSigningSupport;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;

/** A time stamp over a whole document, as a field of its own (document time-stamp dictionary, ETSI EN 319 142-1, 5.4.3). */
final class ArchiveStamp {

    private static final COSName TOKEN = COSName.getPDFName("ETSI.RFC3161");

    private ArchiveStamp() {}

    /**
     * Writes a document with its changes and a time stamp over them.
     *
     * @return the whole file
     * @throws org.anuyat.signing.service.stamps.NoTimeStamp when no authority stamps
     */
    static byte[] add(PDDocument document, TimeStamps authorities) throws IOException {
        PDSignature stamp = new PDSignature();
        stamp.setType(COSName.DOC_TIME_STAMP);
        stamp.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
        stamp.setSubFilter(TOKEN);
        try (SignatureOptions options = new SignatureOptions()) {
            options.setPreferredSignatureSize(authorities.largest());
            document.addSignature(stamp, options);
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            ExternalSigningSupport stamping = document.saveIncrementalForExternalSigning(file);
            byte[] digest = sha256(stamping.getContent());
            stamping.setSignature(authorities.getTimeStampResponse(DigestAlgorithm.SHA256, digest).getBytes());
            return file.toByteArray();
        }
    }

    private static byte[] sha256(InputStream content) throws IOException {
        try (DigestInputStream in = new DigestInputStream(content, MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return in.getMessageDigest().digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
