package org.anuyat.signing.service.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stays in a folder. */
class PrivateFolderTest {

    private static final Instant KILLED = Instant.parse("2026-11-20T03:00:00Z");

    @TempDir
    Path path;

    @Test
    void what_a_kill_left_unfinished_goes_in_the_end() throws IOException {
        PrivateFolder folder = PrivateFolder.at(path);
        folder.write("kept.pdf", new byte[] {1});
        Files.write(path.resolve("old.unfinished"), new byte[] {1});
        Files.write(path.resolve("being-written.unfinished"), new byte[] {1});
        for (String name : new String[] {"kept.pdf", "old.unfinished"}) {
            Files.setLastModifiedTime(path.resolve(name), FileTime.from(KILLED));
        }

        folder.deleteUnfinished(KILLED.plusSeconds(1));

        try (Stream<Path> files = Files.list(path)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .contains("kept.pdf", "being-written.unfinished")
                    .doesNotContain("old.unfinished");
        }
    }
}
