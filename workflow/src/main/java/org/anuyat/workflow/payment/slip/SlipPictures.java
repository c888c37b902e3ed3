package org.anuyat.workflow.payment.slip;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Draws slips: a picture as it is, a PDF page by page. What strangers hand in is drawn by few threads of its own, for at most {@value #SECONDS} seconds,
 * at most {@value #MOST_PAGES} pages of at most {@value #SIDE} pixels; what doesn't fit is drawn not at all.
 */
@Component
class SlipPictures implements DisposableBean {

    static final int MOST_PAGES = 3;
    private static final int SIDE = 2_400;
    private static final int SECONDS = 15;
    private static final int THREADS = 2;
    private static final int LINE = 20;
    private static final float MOST_SCALE = 4;
    /** An A4 sheet at 600 dpi has less. */
    private static final long MOST_PIXELS_INSIDE = 40_000_000;

    private static final Logger LOG = LoggerFactory.getLogger(SlipPictures.class);

    private final ExecutorService threads = new ThreadPoolExecutor(
            THREADS, THREADS, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(LINE), work -> {
                Thread thread = new Thread(work, "slip-pictures");
                thread.setDaemon(true);
                return thread;
            });

    /** The pages that can be drawn; none when the file is too much. */
    List<BufferedImage> pages(byte[] file, String mediaType) {
        return within(() -> draw(file, mediaType, 1, MOST_PAGES)).orElse(List.of());
    }

    /** A page as PNG. */
    Optional<byte[]> png(byte[] file, String mediaType, int page) {
        if (page < 1 || page > MOST_PAGES) {
            return Optional.empty();
        }
        return within(() -> draw(file, mediaType, page, page)).flatMap(drawn -> drawn.stream().findFirst()).map(SlipPictures::png);
    }

    /** How many pages there are to draw. */
    int count(byte[] file, String mediaType) {
        if (!mediaType.equals("application/pdf")) {
            return 1;
        }
        return within(() -> {
                    try (PDDocument document = Loader.loadPDF(file)) {
                        return Math.min(MOST_PAGES, document.getNumberOfPages());
                    }
                })
                .orElse(0);
    }

    private <T> Optional<T> within(Callable<T> work) {
        try {
            Future<T> future = threads.submit(work);
            try {
                return Optional.ofNullable(future.get(SECONDS, TimeUnit.SECONDS));
            } catch (TimeoutException e) {
                future.cancel(true);
                LOG.warn("A slip was not drawn within {} s", SECONDS);
            } catch (ExecutionException e) {
                // the libraries throw whatever they stumble over, errors included
                LOG.info("A slip can't be drawn: {}", String.valueOf(e.getCause()));
            }
        } catch (RejectedExecutionException e) {
            LOG.warn("Too many slips are being drawn");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    private static List<BufferedImage> draw(byte[] file, String mediaType, int first, int last) throws IOException {
        if (!mediaType.equals("application/pdf")) {
            return first == 1 ? List.of(picture(file)) : List.of();
        }
        try (PDDocument document = Loader.loadPDF(file)) {
            requireModestPictures(document.getDocument());
            PDFRenderer renderer = new PDFRenderer(document);
            renderer.setSubsamplingAllowed(true);
            List<BufferedImage> drawn = new ArrayList<>();
            for (int page = first; page <= Math.min(last, document.getNumberOfPages()); page++) {
                PDRectangle box = document.getPage(page - 1).getCropBox();
                float longest = Math.max(1, Math.max(box.getWidth(), box.getHeight()));
                drawn.add(renderer.renderImage(page - 1, Math.min(MOST_SCALE, SIDE / longest), ImageType.RGB));
            }
            return drawn;
        }
    }

    /** A few kilobytes can say that they are a picture of gigabytes. */
    private static void requireModestPictures(COSDocument document) throws IOException {
        for (COSObjectKey key : document.getXrefTable().keySet()) {
            if (document.getObjectFromPool(key).getObject() instanceof COSStream stream
                    && COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE))) {
                long width = stream.getInt(COSName.WIDTH, 0);
                long height = stream.getInt(COSName.HEIGHT, 0);
                if (width < 0 || height < 0 || width * height > MOST_PIXELS_INSIDE) {
                    throw new IOException("a picture inside has " + width + " x " + height + " pixels");
                }
            }
        }
    }

    private static BufferedImage picture(byte[] file) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            ImageReader reader = ImageIO.getImageReaders(in).next();
            try {
                reader.setInput(in, true, true);
                ImageReadParam some = reader.getDefaultReadParam();
                int step = Math.max(1, (int) Math.ceil(Math.max(reader.getWidth(0), reader.getHeight(0)) / (double) SIDE));
                some.setSourceSubsampling(step, step, 0, 0);
                return reader.read(0, some);
            } finally {
                reader.dispose();
            }
        }
    }

    private static byte[] png(BufferedImage page) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(page, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }
}
