package org.anuyat.signing.service.disk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A folder that only the service's own account can enter. A file in it is complete or absent, whatever kills the process. */
public final class PrivateFolder {

    private static final String UNFINISHED = ".unfinished";

    private final Path path;
    private final boolean posix;

    private PrivateFolder(Path path, boolean posix) {
        this.path = path;
        this.posix = posix;
    }

    /** Opens the folder, making it and its parents where they are missing. */
    public static PrivateFolder at(Path path) {
        try {
            Path absolute = path.toAbsolutePath().normalize();
            boolean posix = absolute.getFileSystem().supportedFileAttributeViews().contains("posix");
            Files.createDirectories(absolute, permissions(posix, "rwx------"));
            if (posix) {
                Files.setPosixFilePermissions(absolute, PosixFilePermissions.fromString("rwx------"));
            }
            return new PrivateFolder(absolute, posix);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + path + " can't be used", e);
        }
    }

    /** Opens a folder inside this one. */
    public PrivateFolder folder(String name) {
        return at(path.resolve(name));
    }

    /** Where a file of this name is or would be. */
    public Path resolve(String name) {
        return path.resolve(name);
    }

    /** The names of the files with this beginning and this ending, in their order. */
    public List<String> names(String beginning, String ending) {
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(beginning) && name.endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + path + " can't be read", e);
        }
    }

    /** Reads a file; empty when it isn't there. */
    public Optional<byte[]> read(String name) {
        try {
            return Optional.of(Files.readAllBytes(path.resolve(name)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + path.resolve(name) + " can't be read", e);
        }
    }

    /** Writes a file, in place of the one that may be there. */
    public void write(String name, byte[] content) {
        try {
            Files.move(unfinished(content, true), path.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + path.resolve(name) + " can't be written", e);
        }
    }

    /** Writes a file unless there is one already, from this process or another; tells whether it did. */
    public boolean writeOnce(String name, byte[] content) {
        try {
            Path unfinished = unfinished(content, true);
            try {
                Files.createLink(path.resolve(name), unfinished);
                return true;
            } catch (FileAlreadyExistsException e) {
                return false;
            } finally {
                Files.delete(unfinished);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + path.resolve(name) + " can't be written", e);
        }
    }

    /** Deletes a file, if it is there. */
    public void delete(String name) {
        try {
            Files.deleteIfExists(path.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + path.resolve(name) + " can't be deleted", e);
        }
    }

    /** Does something while no other process that uses this folder does. */
    public <T> T exclusively(Supplier<T> work) {
        try (FileChannel lock = FileChannel.open(
                path.resolve(".lock"),
                EnumSet.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                permissions(posix, "rw-------"))) {
            lock.lock();
            return work.get();
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + path + " can't be locked", e);
        }
    }

    /** Deletes files with this ending that were last written before an instant, and what a kill before it left unfinished. */
    public void deleteOlderThan(Instant instant, String ending) {
        delete(instant, name -> name.endsWith(ending) || name.endsWith(UNFINISHED));
    }

    /** Deletes what a kill before an instant left unfinished. */
    public void deleteUnfinished(Instant instant) {
        delete(instant, name -> name.endsWith(UNFINISHED));
    }

    private void delete(Instant instant, Predicate<String> which) {
        try (Stream<Path> files = Files.list(path)) {
            for (Path file : files.filter(file -> which.test(file.toString())).toList()) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(instant)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + path + " can't be tidied", e);
        }
    }

    /** When a file was written; the epoch when it isn't there. */
    public Instant written(String name) {
        try {
            return Files.getLastModifiedTime(path.resolve(name)).toInstant();
        } catch (NoSuchFileException e) {
            return Instant.EPOCH;
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + path.resolve(name) + " can't be read", e);
        }
    }

    /** Checks that a file of so many bytes can be written here, by writing one that nobody waits for. */
    public void requireRoom(int bytes) {
        try {
            Files.delete(unfinished(new byte[bytes], false));
        } catch (IOException e) {
            throw new UncheckedIOException("There is no room in the folder " + path, e);
        }
    }

    /** Checks that files can be written here, by writing one. */
    public void probe() {
        write("probe", new byte[1]);
    }

    private Path unfinished(byte[] content, boolean durable) throws IOException {
        Path file = path.resolve(UUID.randomUUID() + UNFINISHED);
        try (FileChannel channel = FileChannel.open(
                file,
                EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                permissions(posix, "rw-------"))) {
            ByteBuffer buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            if (durable) {
                channel.force(true);
            }
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
        return file;
    }

    private static FileAttribute<?>[] permissions(boolean posix, String permissions) {
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
