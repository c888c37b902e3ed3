package org.anuyat.workflow.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.imageio.ImageIO;

import org.anuyat.testing.PdfConformance;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class SignatureFieldTest {

    private static final String STYLE = "<style>.signed { margin-left: 42%; text-align: center } .hand { height: 15mm } "
            + ".hand img { height: 14mm }</style>";
    private static final String BLOCK = """
            <div class="signed" data-field="{{field}}" title="ลายมือชื่อดิจิทัลของ {{name}}">
            {{#picture}}<div class="hand"><img src="resource:hand" alt="ลายมือชื่อ"></div>{{/picture}}
            <p>({{name}})</p><p>{{#thaiDigits}}21 พฤศจิกายน พ.ศ. 2569{{/thaiDigits}}</p></div>
            """;
    private static final String TEMPLATE = STYLE + "<h1>ใบอนุญาต</h1><p>ข้อความก่อน</p>" + BLOCK + "<p>ข้อความหลัง</p>";
    private static final String NAME = "นางสาวน้ำผึ้ง ญาณวุฒิกุล";

    private final Typesetter typesetter = new Typesetter(SamplePermit.CLOCK);

    private static DocumentSource.Builder source(String template, boolean picture) {
        return DocumentSource.of(template, "ใบอนุญาต")
                .data("field", "approver").data("name", NAME).data("picture", picture).resource("hand", SamplePermit.emblem());
    }

    @Test
    void a_marked_block_becomes_an_empty_tagged_field_that_shows_what_the_block_says() throws IOException {
        byte[] pdf = typesetter.typeset(source(TEMPLATE, true).watermark("ตัวอย่าง").build());

        Files.createDirectories(Path.of("target/documents"));
        Files.write(Path.of("target/documents/signature-field.pdf"), pdf);
        assertThat(PdfConformance.findings(pdf)).isEmpty();
        assertThat(Paper.pages(pdf)).isEqualTo(1);
        assertThat(Paper.text(pdf)).contains("ข้อความก่อน", "ข้อความหลัง").doesNotContain("น้ำผึ้ง");
        Paper.read(pdf, document -> {
            PDSignatureField field = (PDSignatureField) document.getDocumentCatalog().getAcroForm(null).getField("approver");
            assertThat(field.getSignature()).isNull();
            assertThat(field.getAlternateFieldName()).isEqualTo("ลายมือชื่อดิจิทัลของ " + NAME);
            PDAnnotationWidget widget = field.getWidgets().get(0);
            PDRectangle place = widget.getRectangle();
            assertThat(place.getWidth()).isBetween(200f, 300f);
            assertThat(place.getHeight()).isBetween(70f, 130f);
            PDRectangle drawn = widget.getNormalAppearanceStream().getBBox();
            assertThat(drawn.getHeight()).as("nothing is squeezed").isCloseTo(place.getHeight(), within(0.5f));
            assertThat(drawn.getWidth()).isCloseTo(place.getWidth(), within(0.5f));
            assertThat(document.getPage(0).getAnnotations()).hasSize(1);
            COSDictionary form = elements(document).get("Form");
            assertThat(form.getCOSDictionary(COSName.K).getCOSDictionary(COSName.OBJ)).isSameAs(widget.getCOSObject());
            COSArray parents = document.getDocumentCatalog().getStructureTreeRoot().getCOSObject()
                    .getCOSDictionary(COSName.PARENT_TREE).getCOSArray(COSName.NUMS);
            assertThat(parents.getObject(2 * widget.getStructParent() + 1)).isSameAs(form);
            return null;
        });
        assertThat(whole(pdf)).contains("(" + NAME + ")", "๒๑ พฤศจิกายน พ.ศ. ๒๕๖๙");
    }

    @Test
    void the_field_looks_as_the_block_would_look_by_itself() throws IOException {
        byte[] field = typesetter.typeset(source(TEMPLATE, true).build());
        byte[] plain = typesetter.typeset(source(TEMPLATE.replace(" data-field=\"{{field}}\"", ""), true).build());

        assertThat(different(Paper.picture(field, 100), Paper.picture(plain, 100))).isLessThan(0.0005);
    }

    @Test
    void several_fields_stand_on_the_pages_where_their_blocks_are() {
        String template = STYLE + BLOCK + "<p style='page-break-before: always'>หน้าสอง</p>" + BLOCK.replace("{{field}}", "second");
        byte[] pdf = typesetter.typeset(source(template, false).build());

        assertThat(PdfConformance.findings(pdf)).isEmpty();
        assertThat(Paper.pages(pdf)).isEqualTo(2);
        Paper.read(pdf, document -> {
            for (int page = 0; page < 2; page++) {
                assertThat(document.getPage(page).getAnnotations()).hasSize(1);
            }
            assertThat(document.getSignatureFields()).extracting(PDSignatureField::getPartialName).containsExactly("approver", "second");
            return null;
        });
    }

    @Test
    void a_field_needs_a_name_of_its_own_and_words_for_those_who_cannot_see_it() {
        for (String template : List.of("<div data-field='approver'>x</div>", "<div data-field='a.b' title='t'>x</div>",
                "<div data-field='a' title='t'>x</div><div data-field='a' title='t'>x</div>")) {
            assertThatExceptionOfType(DocumentException.class)
                    .isThrownBy(() -> typesetter.typeset(DocumentSource.of(template, "ใบอนุญาต").build()))
                    .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(DocumentException.Code.TEMPLATE));
        }
    }

    private static Map<String, COSDictionary> elements(PDDocument document) {
        Map<String, COSDictionary> found = new HashMap<>();
        collect(document.getDocumentCatalog().getStructureTreeRoot().getCOSObject(), found);
        return found;
    }

    private static void collect(COSDictionary element, Map<String, COSDictionary> found) {
        if (element.containsKey(COSName.S)) {
            found.put(element.getNameAsString(COSName.S), element);
        }
        if (element.getDictionaryObject(COSName.K) instanceof COSArray kids) {
            for (int i = 0; i < kids.size(); i++) {
                if (kids.getObject(i) instanceof COSDictionary kid && !kid.containsKey(COSName.OBJ)) {
                    collect(kid, found);
                }
            }
        } else if (element.getDictionaryObject(COSName.K) instanceof COSDictionary kid && !kid.containsKey(COSName.OBJ)) {
            collect(kid, found);
        }
    }

    /** All words, those of fields too. */
    private static String whole(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            document.getDocumentCatalog().getAcroForm(null).flatten();
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private static double different(BufferedImage one, BufferedImage other) throws IOException {
        ImageIO.write(one, "png", Path.of("target/documents/signature-field.png").toFile());
        ImageIO.write(other, "png", Path.of("target/documents/signature-block.png").toFile());
        long differing = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                if (Math.abs((one.getRGB(x, y) & 0xFF) - (other.getRGB(x, y) & 0xFF)) > 96) {
                    differing++;
                }
            }
        }
        return (double) differing / one.getWidth() / one.getHeight();
    }
}
