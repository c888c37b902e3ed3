package org.anuyat.workflow.documents;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.function.Consumer;

import javax.imageio.ImageIO;

import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import org.anuyat.workflow.documents.DocumentException.Code;
import org.anuyat.workflow.documents.field.SignatureField;
import org.anuyat.workflow.documents.shaping.DocumentFonts;
import org.anuyat.workflow.documents.shaping.TooManyClustersException;
import org.anuyat.workflow.documents.shaping.UnsupportedCharacterException;
import org.anuyat.workflow.thai.BuddhistDate;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.stereotype.Component;

/**
 * Makes documents: a template and data become PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1), not yet signed. The same source at
 * the same instant gives the same bytes. Thread-safe; fonts, templates and shaped clusters are kept between documents.
 *
 * <p>What goes in is bounded: the filled template and each attachment have limits, and so has the number of pages.
 */
@Component
public final class Typesetter {

    /** Characters of a filled template. */
    public static final int MOST_CHARACTERS = 1_000_000;
    /** Pages of a document. */
    public static final int MOST_PAGES = 300;
    /** Bytes of all attachments together. */
    public static final int MOST_ATTACHED_BYTES = 20_000_000;

    /**
     * Objects that are compressed together. Who opens a file to sign it needs catalog and page, which come first, and has to read all that stand
     * with them: with PDFBox's 200 each signature would read the whole structure tree. Costs a fortieth of the size.
     */
    private static final CompressParameters OBJECTS = new CompressParameters(16);

    private static final byte[] SRGB = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    static {
        // openhtmltopdf reports each step; what matters comes as an exception
        XRLog.setLoggingEnabled(false);
        // images are in memory already: a temporary file for each would only cost time
        ImageIO.setUseCache(false);
    }

    private final Clock clock;
    private final Templates templates = new Templates(MOST_CHARACTERS);

    /** @param clock gives the instant that documents bear as their date of making */
    public Typesetter(Clock clock) {
        this.clock = clock;
    }

    /**
     * Makes a document.
     *
     * @return the PDF file
     * @throws DocumentException if the source can't be made into a document; its code says why
     */
    public byte[] typeset(DocumentSource source) {
        long attached = source.attachments().stream().mapToLong(file -> file.content().length).sum();
        if (attached > MOST_ATTACHED_BYTES) {
            throw new DocumentException(Code.TOO_LARGE, "Attachments of " + attached + " bytes");
        }
        String html = templates.fill(source.template(), source.data(), source.language());
        Thread thread = Thread.currentThread();
        ClassLoader context = thread.getContextClassLoader();
        try (PDDocument document = new PDDocument()) {
            // for each document several XML factories look for providers in every jar of the context class loader: a third of the time
            thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
            return make(document, source, html);
        } catch (UnsupportedCharacterException e) {
            throw new DocumentException(Code.CHARACTER, String.valueOf(e.getMessage()), e);
        } catch (TooManyClustersException e) {
            throw new DocumentException(Code.TOO_LARGE, String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new UncheckedIOException("A document that is made in memory", e);
        } finally {
            thread.setContextClassLoader(context);
        }
    }

    private byte[] make(PDDocument document, DocumentSource source, String html) throws IOException {
        DocumentFonts fonts = new DocumentFonts();
        PdfRendererBuilder builder = builder(document, fonts);
        builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_3_A);
        builder.usePdfUaAccessibility(true);
        builder.useColorProfile(SRGB);
        Resources resources = Resources.only(source.resources(), builder);
        Markup.Prepared markup = Markup.prepare(html, source, fonts::encode);
        builder.withW3cDocument(markup.page(), null);

        ZonedDateTime now = clock.instant().atZone(BuddhistDate.ZONE);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            fonts.fallBackIn(renderer.getFontResolver());
            renderer.layout();
            int pages = renderer.getRootBox().getLayer().getPages().size();
            if (pages > MOST_PAGES) {
                throw new DocumentException(Code.TOO_LARGE, "A document of " + pages + " pages");
            }
            renderer.createPDFWithoutClosing();
            resources.throwIfRefused();
            for (SignatureField field : markup.fields()) {
                field.place(document, renderer, (alone, drawn) -> add(document, alone, source, fonts, drawn));
            }
            if (source.watermark() != null) {
                Watermark.draw(document, fonts.encode(source.watermark()), fonts.regular());
            }
            fonts.embed(document);
            Artifacts.share(document);
            Attachments.add(document, source.attachments(), now);
            Metadata.write(document, source, now);
            document.setDocumentId(html.hashCode() ^ now.toInstant().toEpochMilli());
            ByteArrayOutputStream file = new ByteArrayOutputStream(64_000);
            document.save(file, OBJECTS);
            return file.toByteArray();
        }
    }

    /** Adds pages that aren't to stay: without tags, which would be in the way. */
    private static void add(PDDocument document, org.w3c.dom.Document html, DocumentSource source, DocumentFonts fonts,
            Consumer<PdfBoxRenderer> drawn) throws IOException {
        PdfRendererBuilder builder = builder(document, fonts);
        // level A would tag it
        builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_3_B);
        Resources resources = Resources.only(source.resources(), builder);
        builder.withW3cDocument(html, null);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            fonts.fallBackIn(renderer.getFontResolver());
            renderer.createPDFWithoutClosing();
            resources.throwIfRefused();
            drawn.accept(renderer);
        }
    }

    private static PdfRendererBuilder builder(PDDocument document, DocumentFonts fonts) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePDDocument(document);
        builder.useObjectDrawerFactory(new CodeDrawer());
        fonts.registerWith(builder);
        return builder;
    }
}
