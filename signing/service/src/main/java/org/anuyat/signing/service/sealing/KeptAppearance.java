package org.anuyat.signing.service.sealing;

import eu.europa.esig.dss.pades.SignatureImageParameters;
import eu.europa.esig.dss.pades.SignatureImageTextParameters;
import eu.europa.esig.dss.pdf.PDFServiceMode;
import eu.europa.esig.dss.pdf.PDFSignatureService;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxSignatureService;
import eu.europa.esig.dss.pdf.pdfbox.visible.AbstractPdfBoxSignatureDrawer;
import eu.europa.esig.dss.pdf.pdfbox.visible.PdfBoxSignatureDrawerFactory;
import eu.europa.esig.dss.pdf.visible.DSSFontMetrics;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.jspecify.annotations.Nullable;

/**
 * Leaves the appearance of a signature field as the document has it. PDFBox takes appearances from another document only and
 * wipes what is there; so it gets a copy of what is there.
 */
final class KeptAppearance extends AbstractPdfBoxSignatureDrawer {

    /** Tells DSS which field is signed. */
    static SignatureImageParameters of(String field) {
        SignatureImageParameters parameters = new SignatureImageParameters();
        parameters.getFieldParameters().setFieldId(field);
        // without any text DSS would take the signature for an invisible one; it is never drawn
        SignatureImageTextParameters text = new SignatureImageTextParameters();
        text.setText(field);
        parameters.setTextParameters(text);
        return parameters;
    }

    /** Makes DSS use this class. */
    static PdfBoxNativeObjectFactory factory() {
        return new PdfBoxNativeObjectFactory() {

            @Override
            public PDFSignatureService newPAdESSignatureService() {
                return configure(new PdfBoxSignatureService(
                        PDFServiceMode.SIGNATURE, (PdfBoxSignatureDrawerFactory) parameters -> new KeptAppearance()));
            }
        };
    }

    @Override
    public void draw() throws IOException {
        PDSignatureField signed = (PDSignatureField) document.getDocumentCatalog()
                .getAcroForm()
                .getField(parameters.getFieldParameters().getFieldId());
        PDAnnotationWidget shown = signed.getWidgets().get(0);
        try (PDDocument template = new PDDocument()) {
            template.addPage(new PDPage());
            PDAcroForm form = new PDAcroForm(template);
            template.getDocumentCatalog().setAcroForm(form);
            PDSignatureField field = new PDSignatureField(form);
            form.getFields().add(field);
            form.setSignaturesExist(true);
            form.setAppendOnly(true);
            form.getCOSObject().setDirect(true);
            PDAnnotationWidget widget = field.getWidgets().get(0);
            widget.setRectangle(shown.getRectangle());
            COSDictionary copy =
                    (COSDictionary) new ObjectCopy(template).of(shown.getAppearance().getCOSObject());
            widget.setAppearance(new PDAppearanceDictionary(copy));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            template.save(out);
            signatureOptions.setVisualSignature(new ByteArrayInputStream(out.toByteArray()));
        }
    }

    @Override
    protected @Nullable DSSFontMetrics getDSSFontMetrics() {
        return null;
    }

    @Override
    protected @Nullable String getExpectedColorSpaceName() {
        return null;
    }
}
