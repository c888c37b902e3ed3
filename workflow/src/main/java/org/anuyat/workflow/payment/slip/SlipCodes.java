package org.anuyat.workflow.payment.slip;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Reads all QR codes of pictures, at several sizes: the small code of a slip drowns in the noise of a large photograph. */
final class SlipCodes {

    private static final Map<DecodeHintType, Object> HINTS = Map.of(DecodeHintType.TRY_HARDER, Boolean.TRUE);
    private static final int MOST = 8;
    private static final int LONGEST = 1_000;
    private static final double[] SIZES = {1, 0.5, 2};
    private static final int LARGEST_SIDE = 3_200;

    private SlipCodes() {}

    /** The texts of the codes, without doubles, at most eight. */
    static List<String> in(List<BufferedImage> pages) {
        return pages.stream().flatMap(page -> in(page).stream()).filter(text -> text.length() <= LONGEST).distinct().limit(MOST).toList();
    }

    private static Set<String> in(BufferedImage page) {
        Set<String> found = new LinkedHashSet<>();
        for (double size : SIZES) {
            if (found.isEmpty() && Math.max(page.getWidth(), page.getHeight()) * size <= LARGEST_SIDE) {
                read(size == 1 ? page : scaled(page, size)).forEach(found::add);
            }
        }
        return found;
    }

    private static Stream<String> read(BufferedImage page) {
        int width = page.getWidth();
        int height = page.getHeight();
        LuminanceSource source = new RGBLuminanceSource(width, height, page.getRGB(0, 0, width, height, null, 0, width));
        return Stream.of(new HybridBinarizer(source), new GlobalHistogramBinarizer(source))
                .map(BinaryBitmap::new)
                .flatMap(SlipCodes::read)
                .map(Result::getText);
    }

    private static Stream<Result> read(BinaryBitmap bitmap) {
        try {
            return Arrays.stream(new QRCodeMultiReader().decodeMultiple(bitmap, HINTS));
        } catch (NotFoundException | RuntimeException e) {
            // the reader stumbles over some pictures that hold no code
            return Stream.empty();
        }
    }

    private static BufferedImage scaled(BufferedImage page, double by) {
        int width = (int) Math.max(1, page.getWidth() * by);
        int height = (int) Math.max(1, page.getHeight() * by);
        BufferedImage scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = scaled.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.drawImage(page, 0, 0, width, height, null);
        pen.dispose();
        return scaled;
    }
}
