package org.anuyat.workflow.copies;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Draws the pages of what people handed in, so that a copy can be read on paper. A page may take a renderer any time and memory: size,
 * number and time are bounded, and a file that can't be drawn within them is copied without pictures.
 */
@Component
class PagePictures {

    /** Pages that are drawn; the file itself is in the copy whole. */
    static final int MOST_PAGES = 40;

    private static final Logger LOG = LoggerFactory.getLogger(PagePictures.class);
    private static final int MOST_PIXELS_OF_A_SIDE = 1300;
    private static final long SECONDS = 30;

    /** Java can't stop a thread: one that is lost to a file mustn't be joined by more. */
    private final ThreadPoolExecutor threads;

    PagePictures(@Value("${anuyat.copies.drawing-threads:2}") int threads) {
        this.threads = new ThreadPoolExecutor(0, threads, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
            Thread thread = new Thread(work, "page-pictures");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * What a file looks like.
     *
     * @param pages PNG or JPEG pictures; empty when it can't be drawn
     * @param count how many pages it has; 0 = not known
     */
    record Drawn(List<byte[]> pages, int count) {

        static final Drawn NOTHING = new Drawn(List.of(), 0);
    }

    /** Draws a file; text files and word processor's files aren't. */
    Drawn draw(byte[] content, String mediaType) {
        return switch (mediaType) {
            case "image/png", "image/jpeg" -> new Drawn(List.of(content), 1);
            case "application/pdf" -> inTime(content);
            default -> Drawn.NOTHING;
        };
    }

    private Drawn inTime(byte[] pdf) {
        Future<Drawn> drawing;
        try {
            drawing = threads.submit(() -> pages(pdf));
        } catch (RejectedExecutionException e) {
            LOG.warn("A certified copy has no pictures: all threads that draw pages are taken");
            return Drawn.NOTHING;
        }
        try {
            return drawing.get(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Drawn.NOTHING;
        } catch (TimeoutException | ExecutionException e) {
            drawing.cancel(true);
            LOG.warn("A certified copy has no pictures: {}", String.valueOf(e.getCause() == null ? e : e.getCause()));
            return Drawn.NOTHING;
        }
    }

    private static Drawn pages(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf, "", null, null, IOUtils.createTempFileOnlyStreamCache())) {
            PDFRenderer renderer = new PDFRenderer(document);
            renderer.setSubsamplingAllowed(true);
            List<byte[]> pictures = new ArrayList<>();
            int count = document.getNumberOfPages();
            for (int page = 0; page < Math.min(count, MOST_PAGES) && !Thread.interrupted(); page++) {
                PDRectangle box = document.getPage(page).getCropBox();
                float scale = MOST_PIXELS_OF_A_SIDE / Math.max(72, Math.max(box.getWidth(), box.getHeight()));
                BufferedImage picture = renderer.renderImage(page, scale, ImageType.RGB);
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                ImageIO.write(picture, "jpeg", out);
                pictures.add(out.toByteArray());
            }
            return new Drawn(List.copyOf(pictures), count);
        }
    }
}
