package org.anuyat.journeys.papers;

import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.anuyat.testing.PdfConformance;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/** A document that the agency gives out, examined by programs that aren't ours. */
public record OfficialPdf(byte[] content) {

    private static final int[] DISTANCES = {200, 250, 180, 400, 120};

    /** What veraPDF finds wrong by PDF/A-3a and PDF/UA-1. */
    public List<String> breaches() {
        return PdfConformance.findings(content);
    }

    /** The text as it is read aloud or copied. */
    public String text() {
        try (PDDocument document = Loader.loadPDF(content)) {
            return new PDFTextStripper().getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the QR code on the printed first page leads to. Like a telephone that is moved about until it reads. */
    public String code() {
        try (PDDocument document = Loader.loadPDF(content)) {
            PDFRenderer page = new PDFRenderer(document);
            for (int dpi : DISTANCES) {
                Optional<String> read = QrCode.seenIn(page.renderImageWithDPI(0, dpi));
                if (read.isPresent()) {
                    return read.get();
                }
            }
            throw new AssertionError("a telephone finds no QR code on this page");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What poppler's pdfsig says about the signatures. */
    public String pdfsig() {
        try {
            Path file = Files.createTempFile("permit-", ".pdf");
            Files.write(file, content);
            Process pdfsig = new ProcessBuilder("pdfsig", "-nocert", file.toString())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(pdfsig.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Files.delete(file);
            return said;
        } catch (IOException e) {
            throw new IllegalStateException("pdfsig could not be run. It belongs to poppler-utils (apt-get install poppler-utils)", e);
        }
    }

    /** As a file to hand in. */
    public FilePayload file() {
        return new FilePayload("permit.pdf", "application/pdf", content);
    }

    /** The same with one bit of a byte in its middle turned over, as a forger or a bad disk does. */
    public OfficialPdf withOneByteFlipped() {
        byte[] other = content.clone();
        other[other.length / 2] ^= 1;
        return new OfficialPdf(other);
    }
}
