package org.anuyat.workflow.drawing;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
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
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Draws what strangers handed in: a picture as one page, a PDF page by page. A file may take a renderer any time and memory, so that few
 * threads of its own do it within {@link Bounds}; what doesn't fit is drawn not at all.
 */
public final class PageDrawing implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PageDrawing.class);

    private final Bounds bounds;
    private final ThreadPoolExecutor threads;

    /** Draws within bounds; the threads start when they are needed and end when they aren't. */
    public PageDrawing(Bounds bounds) {
        this.bounds = bounds;
        BlockingQueue<Runnable> line =
                bounds.waiting() == 0 ? new SynchronousQueue<>() : new LinkedBlockingQueue<>(bounds.waiting());
        threads = new ThreadPoolExecutor(bounds.threads(), bounds.threads(), 30, TimeUnit.SECONDS, line, work -> {
            Thread thread = new Thread(work, bounds.name());
            thread.setDaemon(true);
            return thread;
        });
        threads.allowCoreThreadTimeOut(true);
    }

    /** What is kept of a page, by the thread that drew it. */
    @FunctionalInterface
    public interface Keeper<T> {

        T keep(BufferedImage page) throws IOException;

        /** Keeps a page as a file of a format that Java writes by itself, such as png. */
        static Keeper<byte[]> file(String format) {
            return page -> {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                ImageIO.write(page, format, out);
                return out.toByteArray();
            };
        }
    }

    /**
     * Draws pages of a file.
     *
     * @param mediaType of a PDF, else the file is taken for a picture
     * @param first the first page, from 1
     * @param last the last page, which may be beyond the end
     * @return empty when the file can't be drawn
     */
    public <T> Optional<Drawn<T>> draw(byte[] file, String mediaType, int first, int last, Keeper<T> keeper) {
        return within(() -> isPdf(mediaType) ? pages(file, first, last, keeper) : picture(file, first, keeper));
    }

    /** How many pages a file has; 0 when it can't be said. */
    public int count(byte[] file, String mediaType) {
        if (!isPdf(mediaType)) {
            return 1;
        }
        return within(() -> {
                    try (PDDocument document = load(file)) {
                        return document.getNumberOfPages();
                    }
                })
                .orElse(0);
    }

    private static boolean isPdf(String mediaType) {
        return mediaType.equals("application/pdf");
    }

    private <T> Optional<T> within(Callable<T> work) {
        try {
            Future<T> future = threads.submit(work);
            try {
                return Optional.of(future.get(bounds.time().toMillis(), TimeUnit.MILLISECONDS));
            } catch (TimeoutException e) {
                future.cancel(true);
                LOG.warn("{}: a file was not drawn within {} s", bounds.name(), bounds.time().toSeconds());
            } catch (ExecutionException e) {
                // the libraries throw whatever they stumble over, errors included
                LOG.info("{}: a file can't be drawn: {}", bounds.name(), String.valueOf(e.getCause()));
            }
        } catch (RejectedExecutionException e) {
            LOG.warn("{}: all threads that draw pages are taken", bounds.name());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    private static PDDocument load(byte[] pdf) throws IOException {
        return Loader.loadPDF(pdf, "", null, null, IOUtils.createTempFileOnlyStreamCache());
    }

    private <T> Drawn<T> pages(byte[] pdf, int first, int last, Keeper<T> keeper) throws IOException {
        try (PDDocument document = load(pdf)) {
            requireModestPictures(document.getDocument());
            PDFRenderer renderer = new PDFRenderer(document);
            renderer.setSubsamplingAllowed(true);
            List<T> kept = new ArrayList<>();
            int count = document.getNumberOfPages();
            for (int page = first; page <= Math.min(last, count) && !Thread.currentThread().isInterrupted(); page++) {
                PDRectangle box = document.getPage(page - 1).getCropBox();
                float longest = Math.max(1, Math.max(box.getWidth(), box.getHeight()));
                float scale = Math.min(bounds.scale(), bounds.side() / longest);
                kept.add(keeper.keep(renderer.renderImage(page - 1, scale, ImageType.RGB)));
            }
            return new Drawn<>(kept, count);
        }
    }

    private void requireModestPictures(COSDocument document) throws IOException {
        for (COSObjectKey key : document.getXrefTable().keySet()) {
            if (document.getObjectFromPool(key).getObject() instanceof COSStream stream
                    && COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE))) {
                long width = stream.getInt(COSName.WIDTH, 0);
                long height = stream.getInt(COSName.HEIGHT, 0);
                if (width < 0 || height < 0 || width * height > bounds.pixelsInside()) {
                    throw new IOException("a picture inside has " + width + " x " + height + " pixels");
                }
            }
        }
    }

    private <T> Drawn<T> picture(byte[] file, int page, Keeper<T> keeper) throws IOException {
        if (page != 1) {
            return new Drawn<>(List.of(), 1);
        }
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            ImageReader reader = ImageIO.getImageReaders(in).next();
            try {
                reader.setInput(in, true, true);
                ImageReadParam some = reader.getDefaultReadParam();
                int longest = Math.max(reader.getWidth(0), reader.getHeight(0));
                int step = Math.max(1, (int) Math.ceil(longest / (double) bounds.side()));
                some.setSourceSubsampling(step, step, 0, 0);
                return new Drawn<>(List.of(keeper.keep(reader.read(0, some))), 1);
            } finally {
                reader.dispose();
            }
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
