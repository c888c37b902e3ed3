package org.anuyat.allinone.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of the embedded PostgreSQL: {@code cluster} (the data), {@code bin} (the programs), {@code password},
 * {@code initialised} (initdb came to its end), {@code lock} (held by the process that uses it). Readable by its owner only.
 */
final class DatabaseHome implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(DatabaseHome.class);

    private final Path home;
    private final FileChannel lockFile;

    private DatabaseHome(Path home, FileChannel lockFile) {
        this.home = home;
        this.lockFile = lockFile;
    }

    /**
     * Makes or takes over the folder.
     *
     * @throws DatabaseUnavailable when another running process uses it
     */
    static DatabaseHome take(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
        Path home = folder.toRealPath();
        // the system lets go of the lock when the process dies, however it dies
        FileChannel lockFile = FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(lockFile) == null) {
            lockFile.close();
            throw new DatabaseUnavailable(
                    "Another process uses the database in " + home + ".",
                    "Stop the other Anuyat, or choose another folder with the setting anuyat.home.");
        }
        DatabaseHome result = new DatabaseHome(home, lockFile);
        result.removeUnfinished();
        return result;
    }

    private static @Nullable FileLock tryLock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    Path cluster() {
        return home.resolve("cluster");
    }

    /** Where the programs are unpacked. Never above the data: the library deletes what it finds there and deems old. */
    Path programs() {
        return home.resolve("bin");
    }

    Path passwordFile() {
        return home.resolve("password");
    }

    /** Of the superuser and of the platform's own role; made at the first call. */
    String password() throws IOException {
        if (!Files.exists(passwordFile())) {
            byte[] random = new byte[16];
            new SecureRandom().nextBytes(random);
            Files.writeString(passwordFile(), HexFormat.of().formatHex(random) + "\n");
        }
        return Files.readString(passwordFile()).strip();
    }

    void markInitialised() throws IOException {
        Path mark = home.resolve("initialised");
        if (!Files.exists(mark)) {
            Files.writeString(mark, "");
        }
    }

    /** An initdb that was interrupted leaves a folder which neither starts nor can be initialised again. Nothing is lost in it. */
    private void removeUnfinished() throws IOException {
        if (!Files.exists(cluster()) || Files.exists(home.resolve("initialised"))) {
            return;
        }
        log.warn("The database's first start was interrupted; beginning again");
        List<Path> deepestFirst;
        try (Stream<Path> files = Files.walk(cluster())) {
            deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : deepestFirst) {
            Files.delete(file);
        }
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
