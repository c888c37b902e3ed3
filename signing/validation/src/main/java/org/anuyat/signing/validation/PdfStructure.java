package org.anuyat.signing.validation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.anuyat.signing.api.validation.Reason;
import org.anuyat.signing.validation.revisions.AnnouncedSignatures;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;

/**
 * What a parser sees in the last revision.
 *
 * @param fields the signature fields, signed or not
 * @param announced how many signatures it is to bear as it says itself, time stamps not counted; 0 = it doesn't say
 */
record PdfStructure(List<SignatureField> fields, int announced) {

    /** Of a file that can't be read. */
    static final PdfStructure NONE = new PdfStructure(List.of(), 0);

    /**
     * A signature field.
     *
     * @param object its object as DSS names it in paths, for example "33 0 R"
     * @param signedTo offset after the last byte that its signature covers; 0 = not signed
     */
    record SignatureField(String object, long signedTo) {}

    /**
     * Reads it.
     *
     * @throws Unexaminable when it can't be read or exceeds the bounds
     */
    static PdfStructure of(byte[] bytes, Bounds bounds) {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            if (document.isEncrypted()) {
                throw new Unexaminable(Reason.ENCRYPTED);
            }
            if (document.getNumberOfPages() > bounds.pages()) {
                throw new Unexaminable(Reason.TOO_MANY_PAGES);
            }
            List<SignatureField> fields = new ArrayList<>();
            PDAcroForm form = document.getDocumentCatalog().getAcroForm(null);
            if (form != null) {
                for (PDField field : form.getFieldTree()) {
                    if (field instanceof PDSignatureField signature) {
                        fields.add(describe(signature));
                    }
                }
            }
            return new PdfStructure(List.copyOf(fields), AnnouncedSignatures.in(document));
        } catch (InvalidPasswordException e) {
            throw new Unexaminable(Reason.ENCRYPTED, e);
        } catch (IOException e) {
            throw new Unexaminable(Reason.DAMAGED, e);
        }
    }

    private static SignatureField describe(PDSignatureField field) {
        COSObjectKey key = field.getCOSObject().getKey();
        PDSignature signature = field.getSignature();
        int[] range = signature == null ? new int[0] : signature.getByteRange();
        return new SignatureField(
                key == null ? "" : key.getNumber() + " " + key.getGeneration() + " R",
                range.length == 4 ? (long) range[2] + range[3] : 0);
    }
}
