package org.anuyat.allinone.finished;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import javax.imageio.ImageIO;
import org.anuyat.workflow.catalogue.PermitKind;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;

/** A signature on a sheet of white paper, and whether a document bears its picture. */
final class DrawnSignature {

    private DrawnSignature() {}

    /** A PNG as an officer would bring it. */
    static InputStream onPaper() throws IOException {
        BufferedImage sheet = new BufferedImage(900, 400, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = sheet.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 900, 400);
        pen.setColor(new Color(0x1B, 0x2A, 0x6B));
        pen.setStroke(new BasicStroke(9));
        int[] across = {150, 300, 420, 560, 750};
        int[] down = {300, 100, 290, 120, 310};
        pen.drawPolyline(across, down, across.length);
        pen.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(sheet, "png", png);
        return new ByteArrayInputStream(png.toByteArray());
    }

    /** Width and height of all pictures in a document that have an alpha channel, as {@code 300x100}. */
    static Set<String> transparentPicturesIn(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            COSDocument objects = document.getDocument();
            Set<String> found = new HashSet<>();
            for (COSObjectKey key : objects.getXrefTable().keySet()) {
                if (objects.getObjectFromPool(key).getObject() instanceof COSStream stream
                        && COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE))
                        && stream.containsKey(COSName.SMASK)) {
                    found.add(stream.getInt(COSName.WIDTH) + "x" + stream.getInt(COSName.HEIGHT));
                }
            }
            return found;
        }
    }

    /** How much higher than its place on the page the approver's field was drawn; 1 when nothing is squeezed. */
    static float squeezed(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDAnnotationWidget widget = document.getDocumentCatalog()
                    .getAcroForm()
                    .getField(PermitKind.FIELD)
                    .getWidgets()
                    .get(0);
            return widget.getNormalAppearanceStream().getBBox().getHeight() / widget.getRectangle().getHeight();
        }
    }

    /** Width and height of a picture. */
    static String size(byte[] png) throws IOException {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
        return picture.getWidth() + "x" + picture.getHeight();
    }
}
