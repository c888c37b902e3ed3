package org.anuyat.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A folder for the files of a Spring context of the tests.
 *
 * <p>Contexts are kept for later classes and their jobs go on working until the JVM ends: a folder that goes with one class goes too
 * early.
 */
public final class TestHome {

    private TestHome() {}

    /** Makes a new, empty folder among what the module builds, where it stays until that is cleaned. */
    public static Path create() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "homes")), "home").toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException("no folder for the tests", e);
        }
    }
}
