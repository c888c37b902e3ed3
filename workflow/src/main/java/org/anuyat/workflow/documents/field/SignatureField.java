package org.anuyat.workflow.documents.field;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import com.openhtmltopdf.pdfboxout.PagePosition;
import com.openhtmltopdf.pdfboxout.PdfBoxAccessibilityHelper;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.render.Box;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDObjectReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.jsoup.helper.W3CDom;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * An empty signature field that stands where the template has a block with {@code data-field="name"}, and looks like that block:
 * whoever signs leaves it as it is. The page itself keeps the room and nothing else, so what is seen there is what was signed.
 */
public final class SignatureField {

    /** Marks a block; its value is the field's name. */
    public static final String ATTRIBUTE = "data-field";

    private static final String ID = "signature-field-";
    /** The page on which the block is drawn by itself is that much higher, in points: margins and rounding may not break it. */
    private static final float SPARE = 100;
    private static final String ALONE = "@page { size: %.3fpt %.3fpt; margin: 0; @bottom-center { content: none; } } "
            + "html, body, [" + ATTRIBUTE + "] { margin: 0 !important; border: 0 !important; padding: 0 !important; "
            + "width: auto !important; height: auto !important; }";

    private final String name;
    private final String title;
    private final Document alone;

    private SignatureField(String name, String title, Document alone) {
        this.name = name;
        this.title = title;
        this.alone = alone;
    }

    /** Typesets a page into the same document; it is taken out again. */
    @FunctionalInterface
    public interface Typesetting {

        /** Adds the pages of the HTML to the document, untagged, and gives the renderer while it can still be asked. */
        void add(org.w3c.dom.Document html, Consumer<PdfBoxRenderer> drawn) throws IOException;
    }

    /**
     * Finds the marked blocks. What is in them stays on its page, invisible and without its pictures, to keep the room: pictures
     * stand in boxes that have a height of their own. The block is drawn by itself, so it says its own size of letters where
     * something around it, such as a table, has another; otherwise what is drawn is squeezed into the room.
     *
     * @param page ready to be typeset
     */
    public static List<SignatureField> hideIn(Document page) {
        List<SignatureField> fields = new ArrayList<>();
        for (Element block : page.select("[" + ATTRIBUTE + "]")) {
            String name = block.attr(ATTRIBUTE);
            String title = block.attr("title");
            Element inside = new Element("div").attr("id", ID + name).appendChildren(block.childNodesCopy());
            block.removeAttr("title").empty().appendChild(inside);
            Document alone = page.clone();
            alone.body().empty().appendChild(block.clone());
            fields.add(new SignatureField(name, title, alone));
            inside.attr("style", "visibility: hidden").select("img, object").remove();
        }
        return fields;
    }

    /**
     * Puts the field on the page.
     *
     * @param renderer which has drawn the document
     */
    public void place(PDDocument document, PdfBoxRenderer renderer, Typesetting typesetting) throws IOException {
        PagePosition<Box> place = position(renderer);
        PDPage page = document.getPage(place.getPageNo());
        PDAcroForm form = document.getDocumentCatalog().getAcroForm(null);
        if (form == null) {
            form = new PDAcroForm(document);
            document.getDocumentCatalog().setAcroForm(form);
        }
        PDSignatureField field = new PDSignatureField(form);
        field.setPartialName(name);
        field.setAlternateFieldName(title);
        form.getFields().add(field);
        PDAnnotationWidget widget = field.getWidgets().get(0);
        widget.setRectangle(new PDRectangle(place.getX(), place.getY(), place.getWidth(), place.getHeight()));
        widget.setPage(page);
        widget.setPrinted(true);
        widget.setAppearance(appearance(document, place.getWidth(), place.getHeight(), typesetting));
        page.getAnnotations().add(widget);
        tag(document, PdfBoxAccessibilityHelper.getStructualElementForBox(place.getElement()), widget);
    }

    private PagePosition<Box> position(PdfBoxRenderer renderer) {
        return renderer.findPagePositionsByID(Pattern.compile("^" + ID + name + "$")).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The field " + name + " is on no page"));
    }

    private PDAppearanceDictionary appearance(PDDocument document, float width, float height, Typesetting typesetting)
            throws IOException {
        alone.head().appendElement("style")
                .appendChild(new DataNode(String.format(Locale.ROOT, ALONE, width, height + SPARE)));
        int before = document.getNumberOfPages();
        List<PagePosition<Box>> places = new ArrayList<>();
        typesetting.add(
                new W3CDom().namespaceAware(false).fromJsoup(alone), renderer -> places.add(position(renderer)));
        if (document.getNumberOfPages() != before + 1) {
            throw new IllegalStateException("The field " + name + " doesn't look alike by itself");
        }
        PDPage drawn = document.getPage(before);
        PDAppearanceStream stream = new PDAppearanceStream(document);
        PagePosition<Box> place = places.get(0);
        stream.setBBox(new PDRectangle(place.getX(), place.getY(), place.getWidth(), place.getHeight()));
        stream.setResources(drawn.getResources());
        try (InputStream content = drawn.getContents();
                OutputStream out = stream.getContentStream().createOutputStream(COSName.FLATE_DECODE)) {
            content.transferTo(out);
        }
        document.removePage(before);
        PDAppearanceDictionary appearance = new PDAppearanceDictionary();
        appearance.setNormalAppearance(stream);
        return appearance;
    }

    /** A widget is the only child of its element Form (ISO 14289-1, 7.18.4; ISO 32000-1, 14.8.4.5). */
    private static void tag(PDDocument document, PDStructureElement element, PDAnnotationWidget widget) {
        PDObjectReference reference = new PDObjectReference();
        reference.setReferencedObject(widget);
        element.setStructureType("Form");
        element.getCOSObject().removeItem(COSName.K);
        element.appendKid(reference);
        PDStructureTreeRoot root = document.getDocumentCatalog().getStructureTreeRoot();
        int key = root.getParentTreeNextKey();
        COSDictionary parents = root.getCOSObject().getCOSDictionary(COSName.PARENT_TREE);
        COSArray numbers = parents.getCOSArray(COSName.NUMS);
        numbers.add(COSInteger.get(key));
        numbers.add(element);
        root.setParentTreeNextKey(key + 1);
        widget.setStructParent(key);
    }
}
