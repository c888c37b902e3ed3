package org.anuyat.workflow.documents;

import java.awt.Color;
import java.io.IOException;

import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.util.Matrix;

/**
 * Light text across each page, from the lower left to the upper right, under everything else. An artifact: screen readers and copies
 * leave it out (ISO 14289-1, 7.1), which is why it also belongs into the document's own words where it matters.
 */
final class Watermark {

    private static final Color LIGHT = new Color(0xE3, 0xE5, 0xE8);
    private static final float OF_DIAGONAL = 0.7f;
    private static final float LARGEST = 60;

    private Watermark() {
    }

    /** @param text prepared for the font */
    static void draw(PDDocument document, String text, PDFont font) throws IOException {
        COSDictionary artifact = new COSDictionary();
        artifact.setItem(COSName.TYPE, COSName.getPDFName("Pagination"));
        artifact.setItem(COSName.SUBTYPE, COSName.getPDFName("Watermark"));
        float width = font.getStringWidth(text) / 1000;
        for (PDPage page : document.getPages()) {
            PDRectangle paper = page.getMediaBox();
            double angle = Math.atan2(paper.getHeight(), paper.getWidth());
            float size = Math.min(LARGEST, OF_DIAGONAL * (float) Math.hypot(paper.getWidth(), paper.getHeight()) / width);
            Matrix place = Matrix.getRotateInstance(angle, paper.getWidth() / 2, paper.getHeight() / 2);
            place.concatenate(Matrix.getTranslateInstance(-width * size / 2, -size / 3));
            try (PDPageContentStream content = new PDPageContentStream(document, page, AppendMode.PREPEND, true, true)) {
                content.beginMarkedContent(COSName.ARTIFACT, PDPropertyList.create(artifact));
                content.beginText();
                content.setFont(font, size);
                content.setNonStrokingColor(LIGHT);
                content.setTextMatrix(place);
                content.showText(text);
                content.endText();
                content.endMarkedContent();
            }
        }
    }
}
