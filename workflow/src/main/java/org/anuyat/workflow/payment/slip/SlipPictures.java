package org.anuyat.workflow.payment.slip;

import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.anuyat.workflow.drawing.Bounds;
import org.anuyat.workflow.drawing.Drawn;
import org.anuyat.workflow.drawing.PageDrawing;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Draws slips: at most {@value #MOST_PAGES} pages, one after the other waits for one of two threads. */
@Component
class SlipPictures implements DisposableBean {

    static final int MOST_PAGES = 3;
    /** An A4 sheet at 600 dpi has less pixels than a picture inside may have. */
    private static final Bounds BOUNDS = new Bounds("slip-pictures", 2, 20, Duration.ofSeconds(15), 2_400, 4, 40_000_000);

    private final PageDrawing drawing = new PageDrawing(BOUNDS);

    /** The pages that can be drawn; none when the file is too much. */
    List<BufferedImage> pages(byte[] file, String mediaType) {
        return drawing.draw(file, mediaType, 1, MOST_PAGES, page -> page).map(Drawn::pages).orElse(List.of());
    }

    /** A page as PNG. */
    Optional<byte[]> png(byte[] file, String mediaType, int page) {
        if (page < 1 || page > MOST_PAGES) {
            return Optional.empty();
        }
        return drawing.draw(file, mediaType, page, page, PageDrawing.Keeper.file("png"))
                .flatMap(drawn -> drawn.pages().stream().findFirst());
    }

    /** How many pages there are to draw. */
    int count(byte[] file, String mediaType) {
        return Math.min(MOST_PAGES, drawing.count(file, mediaType));
    }

    @Override
    public void destroy() {
        drawing.close();
    }
}
