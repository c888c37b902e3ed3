package org.anuyat.workflow.files;

import static org.anuyat.workflow.files.Specimens.joined;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.anuyat.testing.TestPostgres;
import org.anuyat.workflow.files.FileRefused.Code;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

@SpringBootTest(classes = FilesTest.Store.class)
class FilesTest {

    @TempDir
    static Path home;

    static final Policy EVERYTHING = new Policy("TYM", Set.of(FileType.values()), 5_000_000);

    @Autowired
    Files files;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry registry) {
        registry.add("anuyat.home", () -> home.toString());
    }

    @Test
    void a_file_comes_back_as_it_was_handed_in() throws IOException {
        byte[] pdf = Specimens.pdf();

        StoredFile stored = store("สำเนาทะเบียนบ้าน.pdf", "application/pdf", pdf);

        assertThat(stored.name()).isEqualTo("สำเนาทะเบียนบ้าน.pdf");
        assertThat(stored.mediaType()).isEqualTo("application/pdf");
        assertThat(stored.size()).isEqualTo(pdf.length);
        assertThat(files.find(stored.id())).contains(stored);
        try (InputStream content = files.open(stored.id())) {
            assertThat(content.readAllBytes()).isEqualTo(pdf);
        }
    }

    @Test
    void equal_contents_lie_on_the_disk_once_and_go_with_the_last_one() throws IOException {
        byte[] picture = Specimens.picture("png", 33, 21);
        StoredFile first = store("หน้าร้าน.png", null, picture);
        StoredFile second = store("ครัว.png", null, picture);

        assertThat(second.sha256()).isEqualTo(first.sha256());
        assertThat(contentsNamed(first.sha256())).hasSize(1);

        files.remove(first.id());
        assertThat(contentsNamed(first.sha256())).hasSize(1);
        files.remove(second.id());
        assertThat(contentsNamed(first.sha256())).isEmpty();
    }

    @Test
    void what_the_standard_asks_to_be_accepted_is_accepted() {
        assertThat(store("a.pdf", "application/pdf", Specimens.pdf()).mediaType()).isEqualTo("application/pdf");
        assertThat(store("a.JPG", "image/jpeg", Specimens.picture("jpg", 50, 50)).mediaType()).isEqualTo("image/jpeg");
        assertThat(store("a.png", "image/png", Specimens.picture("png", 50, 50)).mediaType()).isEqualTo("image/png");
        assertThat(store("a.docx", "application/octet-stream", Specimens.docx()).mediaType()).endsWith("document");
        assertThat(store("a.doc", "application/msword", Specimens.doc("Root Entry", "WordDocument", "1Table")).mediaType())
                .isEqualTo("application/msword");
        assertThat(store("a.txt", "text/plain", "ข้าพเจ้าขอรับรอง\r\n".getBytes(StandardCharsets.UTF_8)).mediaType())
                .isEqualTo("text/plain");
    }

    @Test
    void a_program_called_pdf_is_refused() {
        assertThat(refusal("ใบรับรอง.pdf", "application/pdf", Specimens.program())).isEqualTo(Code.CONTENT_MISMATCH);
    }

    @Test
    void a_pdf_that_does_not_begin_at_the_first_byte_is_refused() {
        byte[] late = joined("GIF89a  ".getBytes(StandardCharsets.US_ASCII), Specimens.pdf());
        assertThat(refusal("a.pdf", null, late)).isEqualTo(Code.CONTENT_MISMATCH);
    }

    @Test
    void a_picture_called_pdf_and_a_pdf_called_picture_are_refused() {
        assertThat(refusal("a.pdf", null, Specimens.picture("jpg", 20, 20))).isEqualTo(Code.CONTENT_MISMATCH);
        assertThat(refusal("a.jpg", null, Specimens.pdf())).isEqualTo(Code.CONTENT_MISMATCH);
        assertThat(refusal("a.png", null, Specimens.picture("jpg", 20, 20))).isEqualTo(Code.CONTENT_MISMATCH);
    }

    @Test
    void a_declared_type_that_contradicts_the_name_is_refused() {
        assertThat(refusal("a.pdf", "image/png", Specimens.pdf())).isEqualTo(Code.CONTENT_MISMATCH);
    }

    @Test
    void a_file_that_can_be_read_as_two_types_is_refused() {
        byte[] zip = Specimens.zip();
        assertThat(refusal("a.pdf", null, joined(Specimens.pdf(), zip))).isEqualTo(Code.CONTENT_MISMATCH);
        assertThat(refusal("a.jpg", null, joined(Specimens.picture("jpg", 20, 20), zip))).isEqualTo(Code.CONTENT_MISMATCH);
        assertThat(refusal("a.png", null, joined(Specimens.picture("png", 20, 20), zip))).isEqualTo(Code.CONTENT_MISMATCH);
        assertThat(refusal("a.png", null, joined(Specimens.picture("png", 20, 20), "<?php".getBytes(StandardCharsets.US_ASCII))))
                .isEqualTo(Code.CONTENT_MISMATCH);
        assertThat(refusal("a.png", null, joined(Specimens.picture("png", 20, 20), Specimens.pdf())))
                .isEqualTo(Code.CONTENT_MISMATCH);
    }

    @Test
    void a_pdf_that_can_do_more_than_be_read_is_refused() {
        assertThat(refusal("a.pdf", null, Specimens.pdfWithScript())).isEqualTo(Code.NOT_PLAIN);
        assertThat(refusal("a.pdf", null, Specimens.pdfThatLaunches())).isEqualTo(Code.NOT_PLAIN);
    }

    @Test
    void an_encrypted_pdf_is_refused_with_and_without_a_password_to_open_it() {
        assertThat(refusal("a.pdf", null, Specimens.encryptedPdf("secret"))).isEqualTo(Code.NOT_PLAIN);
        assertThat(refusal("a.pdf", null, Specimens.encryptedPdf(""))).isEqualTo(Code.NOT_PLAIN);
    }

    @Test
    void a_file_that_breaks_off_is_refused() {
        assertThat(refusal("a.png", null, Arrays.copyOf(Specimens.picture("png", 300, 300), 120))).isEqualTo(Code.DAMAGED);
        byte[] jpeg = Specimens.picture("jpg", 600, 600);
        assertThat(refusal("a.jpg", null, Arrays.copyOf(jpeg, jpeg.length / 2))).isEqualTo(Code.DAMAGED);
        byte[] pdf = "%PDF-1.7\n%nothing else".getBytes(StandardCharsets.US_ASCII);
        assertThat(refusal("a.pdf", null, pdf)).isEqualTo(Code.DAMAGED);
    }

    @Test
    void a_picture_that_unpacks_to_too_many_pixels_is_refused_before_it_is_unpacked() {
        byte[] small = Specimens.picture("png", 10, 10);
        // the width stands at byte 16, most significant byte first
        byte[] pretends = small.clone();
        pretends[16] = 0x01;
        assertThat(refusal("a.png", null, pretends)).isEqualTo(Code.TOO_LARGE);
    }

    @Test
    void office_documents_with_macros_passwords_or_nothing_of_word_are_refused() {
        assertThat(refusal("a.docx", null, Specimens.docx("word/vbaProject.bin"))).isEqualTo(Code.NOT_PLAIN);
        assertThat(refusal("a.docx", null, Specimens.zip())).isEqualTo(Code.CONTENT_MISMATCH);
        assertThat(refusal("a.doc", null, Specimens.doc("Root Entry", "WordDocument", "Macros"))).isEqualTo(Code.NOT_PLAIN);
        assertThat(refusal("a.doc", null, Specimens.doc("Root Entry", "EncryptedPackage"))).isEqualTo(Code.NOT_PLAIN);
        assertThat(refusal("a.doc", null, Specimens.doc("Root Entry", "Workbook"))).isEqualTo(Code.CONTENT_MISMATCH);
    }

    @Test
    void a_text_must_be_text() {
        assertThat(refusal("a.txt", null, new byte[] {'a', 0, 'b', 7, 1, 2, 3})).isEqualTo(Code.CONTENT_MISMATCH);
        assertThat(refusal("a.txt", null, "ABC ไทย".getBytes(Charset.forName("x-windows-874"))))
                .isIn(Code.DAMAGED, Code.CONTENT_MISMATCH);
    }

    @Test
    void an_empty_file_is_refused() {
        assertThat(refusal("a.pdf", null, new byte[0])).isEqualTo(Code.EMPTY);
    }

    @Test
    void one_byte_more_than_allowed_is_too_large_and_leaves_nothing() throws IOException {
        byte[] pdf = Specimens.pdf();
        Policy exact = new Policy("TYM", Set.of(FileType.PDF), pdf.length);
        assertThat(files.store(new ByteArrayInputStream(pdf), "a.pdf", null, exact)).isNotNull();
        Policy less = new Policy("TYM", Set.of(FileType.PDF), pdf.length - 1L);

        FileRefused refused = catchThrowableOfType(
                FileRefused.class, () -> files.store(new ByteArrayInputStream(pdf), "a.pdf", null, less));

        assertThat(refused.code()).isEqualTo(Code.TOO_LARGE);
        assertThat(onTheWay()).isEmpty();
    }

    @Test
    void types_that_the_policy_does_not_name_are_refused() {
        Policy picturesOnly = new Policy("TYM", Set.of(FileType.JPEG), 1_000_000);
        assertThat(catchThrowableOfType(
                                FileRefused.class,
                                () -> files.store(new ByteArrayInputStream(Specimens.pdf()), "a.pdf", null, picturesOnly))
                        .code())
                .isEqualTo(Code.TYPE_NOT_ALLOWED);
        assertThat(refusal("a.exe", null, Specimens.program())).isEqualTo(Code.TYPE_NOT_ALLOWED);
        assertThat(refusal("a.pdf.exe", null, Specimens.pdf())).isEqualTo(Code.TYPE_NOT_ALLOWED);
    }

    @Test
    void what_comes_is_kept_under_a_safe_name_or_not_at_all() {
        assertThat(store("../../etc/passwd.pdf", null, Specimens.pdf()).name()).isEqualTo("passwd.pdf");
        assertThat(refusal(null, null, Specimens.pdf())).isEqualTo(Code.NAME);
    }

    @Test
    void an_upload_that_breaks_off_leaves_nothing() throws IOException {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        };
        assertThatThrownBy(() -> files.store(broken, "a.pdf", null, EVERYTHING)).isInstanceOf(UncheckedIOException.class);
        assertThat(onTheWay()).isEmpty();
    }

    @Test
    void a_full_disk_is_said_clearly_and_loses_nothing() {
        StoredFile before = store("a.pdf", null, Specimens.pdf());
        Files full = new Files(jdbc, Clock.systemUTC(), transactions, home, DataSize.ofTerabytes(100_000));

        FileRefused refused = catchThrowableOfType(
                FileRefused.class,
                () -> full.store(new ByteArrayInputStream(Specimens.pdf()), "b.pdf", null, EVERYTHING));

        assertThat(refused.code()).isEqualTo(Code.STORE_FULL);
        assertThat(files.open(before.id())).isNotEmpty();
    }

    @Test
    void a_transaction_that_rolls_back_leaves_no_row_and_removes_no_file() {
        StoredFile kept = store("a.pdf", null, Specimens.pdf(document -> document.getDocumentInformation().setTitle("x")));
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            files.remove(kept.id());
            StoredFile inside = store("b.png", null, Specimens.picture("png", 77, 7));
            assertThat(files.find(inside.id())).isPresent();
            status.setRollbackOnly();
        });
        assertThat(files.open(kept.id())).isNotEmpty();
    }

    @Test
    void an_unknown_file_is_not_found() {
        assertThat(files.find(UUID.randomUUID())).isEmpty();
        assertThatThrownBy(() -> files.open(UUID.randomUUID())).isInstanceOf(IllegalArgumentException.class);
    }

    private StoredFile store(String name, @Nullable String type, byte[] content) {
        return files.store(new ByteArrayInputStream(content), name, type, EVERYTHING);
    }

    private Code refusal(@Nullable String name, @Nullable String type, byte[] content) {
        FileRefused refused = catchThrowableOfType(
                FileRefused.class,
                () -> files.store(new ByteArrayInputStream(content), name, type, EVERYTHING));
        assertThat(refused).as("%s is taken in", name).isNotNull();
        return refused.code();
    }

    private static Stream<Path> contentsNamed(String sha256) throws IOException {
        return java.nio.file.Files.find(home, 9, (path, attributes) -> path.endsWith(sha256));
    }

    private static Stream<Path> onTheWay() throws IOException {
        return java.nio.file.Files.list(home.resolve("files/incoming"));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({TestPostgres.class, Files.class})
    static class Store {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }
}
