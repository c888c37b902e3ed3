package org.anuyat.workflow.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.imageio.ImageIO;

import org.anuyat.workflow.documents.shaping.ThaiSpecimen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What pages look like. {@code -Danuyat.golden=write} replaces the committed picture: look at it before committing. */
class LooksTest {

    private static final Path GOLDEN = Path.of("src/test/resources/specimens/permit.png");
    private static final int DOTS_PER_INCH = 72;

    private final Typesetter typesetter = new Typesetter(SamplePermit.CLOCK);

    @Test
    void the_permit_looks_as_it_was_approved() throws IOException {
        BufferedImage page = Paper.picture(typesetter.typeset(SamplePermit.withConditions(4).build()), DOTS_PER_INCH);
        if ("write".equals(System.getProperty("anuyat.golden"))) {
            ImageIO.write(page, "png", GOLDEN.toFile());
        }
        assertThat(GOLDEN).exists();
        BufferedImage golden = ImageIO.read(GOLDEN.toFile());
        Files.createDirectories(Path.of("target/documents"));
        ImageIO.write(page, "png", Path.of("target/documents/permit-now.png").toFile());
        assertThat(page.getWidth()).isEqualTo(golden.getWidth());
        assertThat(page.getHeight()).isEqualTo(golden.getHeight());
        // another rasteriser shades edges differently; a lost mark or a moved line blackens whole pixels
        assertThat(share(page, golden, 96)).as("share of pixels that differ much").isLessThan(0.0005);
    }

    @Test
    void every_thai_combination_is_on_paper_and_copies_exactly() {
        String words = String.join("", ThaiSpecimen.words());
        assertThat(letters(Paper.text(everyCombination()))).isEqualTo(words + words);
    }

    /** As other viewers copy it: poppler's {@code pdftotext}, which {@code deploy/test} installs (Debian: poppler-utils). */
    @Test
    void pdftotext_reads_every_thai_combination_as_it_was_written(@TempDir Path folder) throws Exception {
        Path pdf = Files.write(folder.resolve("words.pdf"), everyCombination());
        Path text = folder.resolve("words.txt");
        Process tool = new ProcessBuilder("pdftotext", "-raw", "-enc", "UTF-8", pdf.toString(), text.toString())
                .redirectErrorStream(true).redirectOutput(folder.resolve("output").toFile()).start();
        assertThat(tool.waitFor()).as(Files.readString(folder.resolve("output"))).isZero();
        String words = String.join("", ThaiSpecimen.words());
        assertThat(letters(Files.readString(text))).isEqualTo(words + words);
    }

    private byte[] everyCombination() {
        return typesetter.typeset(DocumentSource.of("<p>{{#words}}{{.}} {{/words}}</p><p><b>{{#words}}{{.}} {{/words}}</b></p>", "ทุกคำ")
                .data("words", ThaiSpecimen.words()).build());
    }

    /** Without page numbers and white space: lines may break within these words that no dictionary knows. */
    private static String letters(String text) {
        return text.replaceAll("หน้า [๐-๙]+ จาก [๐-๙]+|\\s", "");
    }

    private static double share(BufferedImage one, BufferedImage other, int difference) {
        long differing = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                if (Math.abs((one.getRGB(x, y) >> 8 & 0xFF) - (other.getRGB(x, y) >> 8 & 0xFF)) > difference) {
                    differing++;
                }
            }
        }
        return (double) differing / one.getWidth() / one.getHeight();
    }
}
