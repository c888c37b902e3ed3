package org.anuyat.signing.service;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDAppearanceContentStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;

/** The sample permit with an empty, tagged signature field that shows who is to sign. */
final class PreparedPermit {

    static final String FIELD = "approver";
    static final PDRectangle PLACE = new PDRectangle(300, 500, 220, 60);

    private PreparedPermit() {}

    static byte[] pdf() {
        try (PDDocument document = Loader.loadPDF(SamplePermit.pdf())) {
            PDPage page = document.getPage(0);
            PDAcroForm form = new PDAcroForm(document);
            document.getDocumentCatalog().setAcroForm(form);
            PDSignatureField field = new PDSignatureField(form);
            field.setPartialName(FIELD);
            field.setAlternateFieldName("Signature of the approver");
            form.getFields().add(field);
            PDAnnotationWidget widget = field.getWidgets().get(0);
            widget.setRectangle(PLACE);
            widget.setPage(page);
            widget.setPrinted(true);
            widget.setAppearance(appearance(document));
            page.getAnnotations().add(widget);
            tag(document, page, widget);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PDAppearanceDictionary appearance(PDDocument document) throws IOException {
        PDAppearanceStream stream = new PDAppearanceStream(document);
        stream.setBBox(new PDRectangle(PLACE.getWidth(), PLACE.getHeight()));
        stream.setResources(new PDResources());
        try (InputStream font = PDDocument.class.getResourceAsStream(
                        "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf");
                PDAppearanceContentStream content = new PDAppearanceContentStream(stream)) {
            content.beginText();
            content.setFont(PDType0Font.load(document, font, false), 10);
            content.newLineAtOffset(6, 40);
            content.showText("Nayok Anuyat, mayor, 21 November 2026");
            content.endText();
        }
        PDAppearanceDictionary appearance = new PDAppearanceDictionary();
        appearance.setNormalAppearance(stream);
        return appearance;
    }

    /** ISO 14289-1, 7.18.4: a widget is tagged as Form. */
    private static void tag(PDDocument document, PDPage page, PDAnnotationWidget widget) {
        COSDictionary root = document.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.STRUCT_TREE_ROOT);
        COSDictionary whole = root.getCOSDictionary(COSName.K);
        COSDictionary reference = new COSDictionary();
        reference.setName(COSName.TYPE, "OBJR");
        reference.setItem(COSName.OBJ, widget.getCOSObject());
        COSDictionary element = new COSDictionary();
        element.setName(COSName.TYPE, "StructElem");
        element.setName(COSName.S, "Form");
        element.setItem(COSName.P, whole);
        element.setItem(COSName.PG, page.getCOSObject());
        element.setItem(COSName.K, new COSArray(List.of(reference)));
        whole.getCOSArray(COSName.K).add(element);
        COSArray numbers = root.getCOSDictionary(COSName.PARENT_TREE).getCOSArray(COSName.NUMS);
        numbers.add(COSInteger.ONE);
        numbers.add(element);
        widget.setStructParent(1);
    }
}
