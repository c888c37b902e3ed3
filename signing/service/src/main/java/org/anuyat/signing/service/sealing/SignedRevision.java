package org.anuyat.signing.service.sealing;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Function;
import org.anuyat.signing.service.revision.Revision;
import org.anuyat.signing.validation.revisions.AnnouncedSignatures;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDPropBuild;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDPropBuildDataDict;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.jspecify.annotations.Nullable;

/** A signature as an incremental update of a PDF (ISO 32000-1, 7.5.6 and 12.8): the document is read once and written once. */
final class SignedRevision {

    private static final COSName DOC_MDP = COSName.getPDFName("DocMDP");
    private static final String PROGRAM = "Anuyat";
    private static final int OFFICER_AND_SEAL = 2;

    /** A date of PDF (ISO 32000-1, 7.9.4). */
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("'D:'yyyyMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final byte[] EMPTY = {};

    private final byte[] file;
    private final PDDocument document;
    private final PDSignature signature = new PDSignature();

    /** @param document as it was loaded from the file, and not changed since */
    SignedRevision(byte[] file, PDDocument document, String reason, String location, Instant at) {
        this.file = file;
        this.document = document;
        signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
        signature.setSubFilter(PDSignature.SUBFILTER_ETSI_CADES_DETACHED);
        if (!reason.isEmpty()) {
            signature.setReason(reason);
        }
        if (!location.isEmpty()) {
            signature.setLocation(location);
        }
        // as PDFBox writes it, which takes a twentieth of a signature for it
        signature.getCOSObject().setString(COSName.M, DATE.format(at));
        PDPropBuild build = new PDPropBuild();
        PDPropBuildDataDict program = new PDPropBuildDataDict();
        program.setName(PROGRAM);
        build.setPDPropBuildApp(program);
        signature.setPropBuild(build);
    }

    /** Has the signature certify the document: nothing but further signatures and filled fields may follow (DocMDP 2, 12.8.2.2). */
    void certify() {
        COSDictionary allowed = new COSDictionary();
        allowed.setItem(COSName.TYPE, COSName.getPDFName("TransformParams"));
        allowed.setInt(COSName.P, 2);
        allowed.setName(COSName.V, "1.2");
        allowed.setDirect(true);
        COSDictionary reference = new COSDictionary();
        reference.setItem(COSName.TYPE, COSName.getPDFName("SigRef"));
        reference.setItem(COSName.getPDFName("TransformMethod"), DOC_MDP);
        reference.setItem(COSName.getPDFName("TransformParams"), allowed);
        reference.setDirect(true);
        COSArray references = new COSArray();
        references.add(reference);
        references.setDirect(true);
        signature.getCOSObject().setItem(COSName.getPDFName("Reference"), references);
        COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
        COSDictionary permissions = catalog.getCOSDictionary(COSName.PERMS);
        if (permissions == null) {
            permissions = new COSDictionary();
            catalog.setItem(COSName.PERMS, permissions);
        }
        permissions.setItem(DOC_MDP, signature.getCOSObject());
        permissions.setNeedToBeUpdated(true);
        catalog.setNeedToBeUpdated(true);
    }

    /** Says in the document that the agency's seal follows, so that a file without it is known to be cut. */
    void announceSeal(Instant at) {
        AnnouncedSignatures.write(document, OFFICER_AND_SEAL, at);
    }

    /**
     * Writes it.
     *
     * @param field an empty field that keeps its place and its appearance; null = a new invisible one
     * @param room bytes that the signature has at most
     * @param signer makes the signature, DER, of what it covers
     * @return the whole file
     */
    byte[] write(@Nullable String field, int room, Function<InputStream, byte[]> signer) throws IOException {
        if (field == null) {
            Revision.addField(document, signature, room);
        } else {
            fill(field);
        }
        return Revision.write(file, document, signature, room, signer);
    }

    /** PDFBox would wipe what the field shows. */
    private void fill(String field) throws IOException {
        signature.setContents(EMPTY);
        signature.setByteRange(new int[4]);
        signature.getCOSObject().setNeedToBeUpdated(true);
        PDAcroForm form = document.getDocumentCatalog().getAcroForm(null);
        PDSignatureField signed = (PDSignatureField) form.getField(field);
        signed.getCOSObject().setItem(COSName.V, signature.getCOSObject());
        signed.getCOSObject().setNeedToBeUpdated(true);
        form.setSignaturesExist(true);
        form.setAppendOnly(true);
        form.getCOSObject().setNeedToBeUpdated(true);
        document.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
    }
}
