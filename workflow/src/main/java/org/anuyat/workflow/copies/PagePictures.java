package org.anuyat.workflow.copies;

import java.time.Duration;
import java.util.List;
import org.anuyat.workflow.drawing.Bounds;
import org.anuyat.workflow.drawing.Drawn;
import org.anuyat.workflow.drawing.PageDrawing;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Draws the pages of what people handed in, so that a copy can be read on paper; a file that can't be drawn is copied without pictures. */
@Component
class PagePictures implements DisposableBean {

    /** Pages that are drawn; the file itself is in the copy whole. */
    static final int MOST_PAGES = 40;

    private static final Drawn<byte[]> NOTHING = new Drawn<>(List.of(), 0);
    private static final int SIDE = 1300;
    /** Twice as many as a sheet of A3 at 600 dpi. */
    private static final long PIXELS_INSIDE = 140_000_000;

    private final PageDrawing drawing;

    PagePictures(@Value("${anuyat.copies.drawing-threads:2}") int threads) {
        drawing = new PageDrawing(
                new Bounds("page-pictures", threads, 0, Duration.ofSeconds(30), SIDE, SIDE / 72f, PIXELS_INSIDE));
    }

    /**
     * Draws a file; text files and word processor's files aren't.
     *
     * @return PNG or JPEG pictures; none, and no count, when it can't be drawn
     */
    Drawn<byte[]> draw(byte[] content, String mediaType) {
        return switch (mediaType) {
            case "image/png", "image/jpeg" -> new Drawn<>(List.of(content), 1);
            case "application/pdf" -> drawing.draw(content, mediaType, 1, MOST_PAGES, PageDrawing.Keeper.file("jpeg")).orElse(NOTHING);
            default -> NOTHING;
        };
    }

    @Override
    public void destroy() {
        drawing.close();
    }
}
