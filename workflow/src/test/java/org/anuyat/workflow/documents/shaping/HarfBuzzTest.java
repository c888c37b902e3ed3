package org.anuyat.workflow.documents.shaping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Glyphs and positions against HarfBuzz's own {@code hb-shape --ned}. The committed file holds a digest of its output for each
 * consonant and weight; the tool (Debian: libharfbuzz-bin, which {@code deploy/test} installs) is also asked directly, which shows the
 * very cluster that differs.
 */
class HarfBuzzTest {

    private static final Path TOOL = Path.of("/usr/bin/hb-shape");
    private static final Path FONTS = Path.of("src/main/resources/fonts");
    private static final Path DIGESTS = Path.of("src/test/resources/specimens/hb-shape.txt");

    @TempDir
    private Path folder;

    @Test
    void every_combination_is_shaped_as_the_committed_output_of_harfbuzz() throws IOException {
        List<String> digests = new ArrayList<>();
        for (String name : List.of("Sarabun-Regular", "Sarabun-Bold")) {
            Face face = Face.load("/fonts/" + name + ".ttf", name);
            for (char consonant = 'ก'; consonant <= 'ฮ'; consonant++) {
                digests.add(digest(name, consonant, ThaiSpecimen.of(consonant).stream().map(word -> shaped(face, word)).toList()));
            }
        }
        assertThat(digests).containsExactlyElementsOf(Files.readAllLines(DIGESTS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sarabun-Regular", "Sarabun-Bold"})
    void every_combination_is_shaped_as_the_installed_harfbuzz_does(String name) throws IOException {
        assertThat(TOOL)
                .as("hb-shape is missing: install it (on Debian and Ubuntu: apt-get install libharfbuzz-bin), or run deploy/test")
                .isExecutable();
        Face face = Face.load("/fonts/" + name + ".ttf", name);
        List<String> words = ThaiSpecimen.words();
        assertThat(words.stream().map(word -> word + shaped(face, word)).toList()).containsExactlyElementsOf(
                zip(words, harfBuzz(name, words)));
    }

    private List<String> harfBuzz(String name, List<String> words) throws IOException {
        Path input = Files.write(folder.resolve("words.txt"), words);
        Path output = folder.resolve("shaped.txt");
        Process tool = new ProcessBuilder(TOOL.toString(), "--no-glyph-names", "--ned", FONTS.resolve(name + ".ttf").toString())
                .redirectInput(input.toFile()).redirectOutput(output.toFile()).start();
        try {
            assertThat(tool.waitFor()).isZero();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return Files.readAllLines(output);
    }

    /** In hb-shape's notation: glyph@x,y of each outline, from the word's origin; no place means the origin itself. */
    private static String shaped(Face face, String word) {
        List<String> glyphs = new ArrayList<>();
        int[] pen = {0};
        Clusters.each(word, cluster -> {
            Drawn drawn = face.draw(cluster);
            for (Drawn.Part part : drawn.parts()) {
                int x = pen[0] + part.dx();
                glyphs.add(part.glyph() + (x == 0 && part.dy() == 0 ? "" : "@" + x + "," + part.dy()));
            }
            pen[0] += drawn.advance();
        });
        return glyphs.stream().collect(Collectors.joining("|", "[", "]"));
    }

    private static String digest(String name, char consonant, List<String> shaped) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(String.join("\n", shaped).getBytes(StandardCharsets.US_ASCII));
            return name + " " + consonant + " " + HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> zip(List<String> words, List<String> shaped) {
        assertThat(shaped).hasSameSizeAs(words);
        List<String> both = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            both.add(words.get(i) + shaped.get(i));
        }
        return both;
    }
}
