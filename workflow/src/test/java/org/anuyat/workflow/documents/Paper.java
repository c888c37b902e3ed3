package org.anuyat.workflow.documents;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/** What a reader gets from a document: its words and its looks. */
public final class Paper {

    private Paper() {
    }

    public interface Reading<T> {
        T of(PDDocument document) throws IOException;
    }

    public static <T> T read(byte[] pdf, Reading<T> reading) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return reading.of(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The words as they would be copied, runs of white space as one space. */
    static String text(byte[] pdf) {
        return text(pdf, 1, Integer.MAX_VALUE);
    }

    static String text(byte[] pdf, int page) {
        return text(pdf, page, page);
    }

    private static String text(byte[] pdf, int from, int to) {
        return read(pdf, document -> {
            PDFTextStripper stripper = new PDFTextStripper();
            // as viewers do; bold words are painted after the rest of their line
            stripper.setSortByPosition(true);
            stripper.setStartPage(from);
            stripper.setEndPage(to);
            return stripper.getText(document);
        }).replaceAll("\\s+", " ").strip();
    }

    static int pages(byte[] pdf) {
        return read(pdf, PDDocument::getNumberOfPages);
    }

    public static BufferedImage picture(byte[] pdf, int dotsPerInch) {
        return read(pdf, document -> new PDFRenderer(document).renderImageWithDPI(0, dotsPerInch, ImageType.GRAY));
    }
}
