package org.anuyat.workflow.issuance.signature;

import static org.anuyat.workflow.issuance.signature.Handwriting.sheet;
import static org.anuyat.workflow.issuance.signature.Handwriting.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.anuyat.testing.TestPostgres;
import org.anuyat.workflow.acts.Deed;
import org.anuyat.workflow.files.FileRefused;
import org.anuyat.workflow.identity.Officer;
import org.anuyat.workflow.identity.Role;
import org.anuyat.workflow.issuance.signature.SignaturePictures.Picture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(classes = SignaturePicturesTest.Room.class)
class SignaturePicturesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final Officer MAYOR = officer("mayor", "TYM", Role.APPROVER_2);
    private static final Officer DIRECTOR = officer("director", "TYM", Role.APPROVER_1);
    private static final Officer REVIEWER = officer("reviewer", "TYM", Role.REVIEWER);

    @TempDir
    static Path home;

    @Autowired
    SignaturePictures pictures;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Room room;

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry registry) {
        registry.add("anuyat.home", () -> home.toString());
    }

    private static Officer officer(String name, String agency, Role role) {
        return new Officer(name, name, "นาย" + name, name, "ตำแหน่ง", agency, null, null, Set.of(role));
    }

    @AfterEach
    void nobodyHasAPicture() {
        pictures.remove(MAYOR);
        pictures.remove(DIRECTOR);
        room.deeds.clear();
    }

    @Test
    void a_picture_is_entered_replaced_and_removed_and_each_is_on_the_record() throws IOException {
        Picture first = enter(MAYOR, sheetOf(800, 300), "jpeg");
        assertThat(first.since()).isEqualTo(NOW);
        assertThat(pictures.find(MAYOR)).contains(first);
        assertThat(pictures.toPrint("TYM", "mayor").orElseThrow()).startsWith((byte) 0x89, 'P', 'N', 'G');

        Picture second = enter(MAYOR, sheetOf(900, 300), "png");
        pictures.remove(MAYOR);

        assertThat(pictures.find(MAYOR)).isEmpty();
        assertThat(pictures.content(MAYOR)).isEmpty();
        assertThat(room.deeds).extracting(Deed::name)
                .containsExactly("signature.PictureEntered", "signature.PictureReplaced", "signature.PictureRemoved");
        assertThat(room.deeds).allSatisfy(deed -> {
            assertThat(deed.agency()).isEqualTo("TYM");
            assertThat(deed.actor().id()).isEqualTo("mayor");
            assertThat(deed.applicationNumber()).isNull();
        });
        assertThat(room.deeds.get(1).details())
                .containsEntry("sha256", second.sha256())
                .containsEntry("sha256Before", first.sha256());
        assertThat(room.deeds.get(2).details()).containsEntry("sha256", second.sha256());
        assertThat(contents()).isEmpty();
        assertThat(jdbc.sql("select count(*) from file").query(Long.class).single()).isZero();
    }

    @Test
    void nothing_of_the_file_stays_but_the_picture() throws IOException {
        byte[] jpeg = Handwriting.file(sheetOf(800, 300), "jpeg");
        byte[] comment = "taken at the officer's home".getBytes(StandardCharsets.US_ASCII);
        byte[] telling = new byte[jpeg.length + comment.length + 4];
        System.arraycopy(jpeg, 0, telling, 0, 2);
        telling[2] = (byte) 0xFF;
        telling[3] = (byte) 0xFE;
        telling[5] = (byte) (comment.length + 2);
        System.arraycopy(comment, 0, telling, 6, comment.length);
        System.arraycopy(jpeg, 2, telling, 6 + comment.length, jpeg.length - 2);

        pictures.enter(MAYOR, new ByteArrayInputStream(telling), "IMG_1.JPG", "image/jpeg");

        assertThat(contents()).singleElement().satisfies(path -> assertThat(new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1))
                .startsWith("\u0089PNG")
                .doesNotContain("taken at"));
    }

    @Test
    void the_same_picture_again_changes_nothing() {
        Picture first = enter(MAYOR, sheetOf(800, 300), "png");
        assertThat(enter(MAYOR, sheetOf(800, 300), "png")).isEqualTo(first);
        assertThat(room.deeds).hasSize(1);
        assertThat(pictures.content(MAYOR)).isPresent();
    }

    @Test
    void each_officer_has_the_own_picture_and_only_approvers_have_one() {
        Picture picture = enter(DIRECTOR, sheetOf(800, 300), "png");
        pictures.remove(MAYOR);

        assertThat(pictures.find(DIRECTOR)).contains(picture);
        assertThat(pictures.find(MAYOR)).isEmpty();
        assertThat(pictures.toPrint("TYN", "director")).isEmpty();
        assertThat(catchThrowableOfType(PictureRefused.class, () -> enter(REVIEWER, sheetOf(800, 300), "png")).reason())
                .isEqualTo(PictureRefused.Reason.NOT_AN_APPROVER);
    }

    @Test
    void what_is_refused_leaves_nothing_and_the_picture_as_it_was() throws IOException {
        Picture picture = enter(MAYOR, sheetOf(800, 300), "png");
        byte[] gif = Handwriting.file(sheetOf(800, 300), "gif");

        assertThat(refusal("s.gif", gif)).isEqualTo(FileRefused.Code.TYPE_NOT_ALLOWED);
        assertThat(refusal("s.png", gif)).isEqualTo(FileRefused.Code.CONTENT_MISMATCH);
        assertThat(refusal("s.png", new byte[(int) SignaturePictures.MOST_BYTES + 1])).isEqualTo(FileRefused.Code.TOO_LARGE);
        assertThat(catchThrowableOfType(PictureRefused.class, () -> enter(MAYOR, Handwriting.blank(400, 300, Color.WHITE), "png")).reason())
                .isEqualTo(PictureRefused.Reason.BLANK);

        assertThat(pictures.find(MAYOR)).contains(picture);
        assertThat(contents()).hasSize(1);
        assertThat(room.deeds).hasSize(1);
    }

    @Test
    void pictures_that_come_at_once_leave_one() throws IOException {
        IntStream.range(0, 6).parallel().forEach(i -> enter(MAYOR, sheetOf(800 + 40 * i, 300), "png"));

        assertThat(room.deeds).extracting(Deed::name).filteredOn("signature.PictureEntered"::equals).hasSize(1);
        assertThat(room.deeds).hasSize(6);
        assertThat(pictures.content(MAYOR)).isPresent();
        assertThat(contents()).hasSize(1);
    }

    private FileRefused.Code refusal(String name, byte[] content) {
        return catchThrowableOfType(FileRefused.class, () -> pictures.enter(MAYOR, new ByteArrayInputStream(content), name, null))
                .code();
    }

    private static BufferedImage sheetOf(int width, int height) {
        return sheet(width, height, Color.WHITE);
    }

    private Picture enter(Officer officer, BufferedImage picture, String format) {
        InputStream content = stream(picture, format);
        return pictures.enter(officer, content, "signature." + (format.equals("jpeg") ? "jpg" : format), "image/" + format);
    }

    /** The contents in the file store. */
    private static List<Path> contents() throws IOException {
        try (Stream<Path> all = Files.walk(home.resolve("files"))) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @ComponentScan(
            basePackages = "org.anuyat.workflow.files",
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Test.*"))
    @Import({TestPostgres.class, SignaturePictures.class})
    static class Room {

        final List<Deed> deeds = new CopyOnWriteArrayList<>();

        @Bean
        Clock clock() {
            return Clock.fixed(NOW, ZoneOffset.UTC);
        }

        @EventListener
        void hear(Deed deed) {
            deeds.add(deed);
        }
    }
}
