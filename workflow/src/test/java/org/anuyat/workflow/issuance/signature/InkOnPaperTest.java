package org.anuyat.workflow.issuance.signature;

import static org.anuyat.workflow.issuance.signature.Handwriting.blank;
import static org.anuyat.workflow.issuance.signature.Handwriting.file;
import static org.anuyat.workflow.issuance.signature.Handwriting.picture;
import static org.anuyat.workflow.issuance.signature.Handwriting.sheet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.data.Percentage.withPercentage;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.Random;
import org.anuyat.workflow.issuance.signature.PictureRefused.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InkOnPaperTest {

    private static final double ASPECT_OF_THE_INK = 0.6 * 1600 / (0.4 * 1200);

    @ParameterizedTest(name = "paper as bright as {0}")
    @ValueSource(ints = {255, 235, 190})
    void what_was_written_is_cut_out_and_its_paper_becomes_transparent(int bright) {
        BufferedImage photograph = sheet(1600, 1200, new Color(bright, bright, bright - 10));
        grain(photograph);

        BufferedImage clean = picture(InkOnPaper.png(UprightPicture.read(file(photograph, "jpeg"))));

        assertThat(clean.getHeight()).isEqualTo(331);
        assertThat((double) clean.getWidth() / clean.getHeight()).isCloseTo(ASPECT_OF_THE_INK, withPercentage(4));
        assertThat(alpha(clean, clean.getWidth() / 2, 10)).isZero();
        assertThat(darkest(clean)).isGreaterThan(140);
    }

    @Test
    void a_picture_that_is_transparent_already_stays_as_it_is() {
        BufferedImage drawn = new BufferedImage(600, 200, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = drawn.createGraphics();
        pen.setColor(new Color(10, 20, 200));
        pen.fillRect(100, 50, 400, 100);
        pen.dispose();

        BufferedImage clean = picture(InkOnPaper.png(UprightPicture.read(file(drawn, "png"))));

        assertThat(clean.getWidth()).isEqualTo(400);
        assertThat(clean.getHeight()).isEqualTo(100);
        assertThat(new Color(clean.getRGB(200, 50), true)).isEqualTo(new Color(10, 20, 200));
    }

    @Test
    void a_long_flat_signature_gets_room_above_and_below() {
        BufferedImage line = blank(2000, 300, Color.WHITE);
        Graphics2D pen = line.createGraphics();
        pen.setColor(Handwriting.INK);
        pen.fillRect(100, 140, 1800, 20);
        pen.dispose();

        BufferedImage clean = picture(InkOnPaper.png(UprightPicture.read(file(line, "png"))));

        assertThat((double) clean.getWidth() / clean.getHeight()).isBetween(4.9, 5.01);
        assertThat(alpha(clean, 100, 5)).isZero();
        assertThat(alpha(clean, 100, clean.getHeight() / 2)).isGreaterThan(140);
    }

    @Test
    void a_photograph_is_turned_as_the_camera_says() throws Exception {
        byte[] lying = turnedByTheCamera(file(sheet(1600, 1200, Color.WHITE), "jpeg"), 6);

        BufferedImage upright = UprightPicture.read(lying);

        assertThat(upright.getWidth()).isEqualTo(1200);
        assertThat(upright.getHeight()).isEqualTo(1600);
        // where the signature begins, lower left on the camera, is upper left when it is looked at
        assertThat(new Color(upright.getRGB(1200 - (int) (0.69 * 1200), (int) (0.2 * 1600) + 6)).getRed()).isLessThan(120);
    }

    @Test
    void what_is_no_signature_is_refused() {
        assertThat(refusal(blank(800, 400, Color.WHITE))).isEqualTo(Reason.BLANK);
        assertThat(refusal(sheet(800, 400, new Color(60, 60, 60)))).isEqualTo(Reason.DARK);
        assertThat(refusal(sheet(149, 100, Color.WHITE))).isEqualTo(Reason.TOO_FEW_PIXELS);
        assertThat(refusal(sheet(400, 49, Color.WHITE))).isEqualTo(Reason.TOO_FEW_PIXELS);
        assertThat(refusal(sheet(6001, 100, Color.WHITE))).isEqualTo(Reason.TOO_MANY_PIXELS);
        BufferedImage dot = blank(800, 400, Color.WHITE);
        Graphics2D pen = dot.createGraphics();
        pen.setColor(Color.BLACK);
        pen.fillRect(300, 200, 30, 20);
        pen.dispose();
        assertThat(refusal(dot)).isEqualTo(Reason.TOO_FEW_PIXELS);
    }

    private static Reason refusal(BufferedImage picture) {
        return catchThrowableOfType(PictureRefused.class, () -> InkOnPaper.png(UprightPicture.read(file(picture, "png"))))
                .reason();
    }

    private static void grain(BufferedImage photograph) {
        Random random = new Random(7);
        for (int i = 0; i < 200_000; i++) {
            int x = random.nextInt(photograph.getWidth());
            int y = random.nextInt(photograph.getHeight());
            Color was = new Color(photograph.getRGB(x, y));
            int by = random.nextInt(25) - 12;
            photograph.setRGB(x, y, new Color(within(was.getRed() + by), within(was.getGreen() + by), within(was.getBlue() + by)).getRGB());
        }
    }

    private static int within(int value) {
        return Math.max(0, Math.min(255, value));
    }

    /** Puts an Exif segment with nothing but the orientation behind the first marker. */
    private static byte[] turnedByTheCamera(byte[] jpeg, int orientation) throws Exception {
        ByteArrayOutputStream turned = new ByteArrayOutputStream();
        turned.write(jpeg, 0, 2);
        turned.write(new byte[] {(byte) 0xFF, (byte) 0xE1, 0, 34, 'E', 'x', 'i', 'f', 0, 0});
        turned.write(new byte[] {'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1});
        turned.write(new byte[] {0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) orientation, 0, 0, 0, 0, 0, 0});
        turned.write(jpeg, 2, jpeg.length - 2);
        return turned.toByteArray();
    }

    private static int alpha(BufferedImage picture, int x, int y) {
        return picture.getRGB(x, y) >>> 24;
    }

    private static int darkest(BufferedImage picture) {
        int most = 0;
        for (int x = 0; x < picture.getWidth(); x++) {
            most = Math.max(most, alpha(picture, x, picture.getHeight() / 2));
        }
        return most;
    }
}
