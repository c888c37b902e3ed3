package org.anuyat.workflow.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.anuyat.workflow.files.FileRefused.Code;

/**
 * Contents on disk, each under its SHA-256, so that a content is there once and can be checked at any time. A content appears
 * by an atomic rename after it was forced to the disk: whatever a row names is there in whole, also after a loss of power.
 */
final class ContentOnDisk {

    /** A content that was received but is not yet part of the store. */
    record Incoming(Path path, long size, String sha256) {}

    private static final int BUFFER = 64 * 1024;

    private final Path root;
    private final Path incoming;
    private final long reserveBytes;

    ContentOnDisk(Path root, long reserveBytes) {
        this.root = root;
        this.incoming = root.resolve("incoming");
        this.reserveBytes = reserveBytes;
        try {
            Files.createDirectories(incoming);
        } catch (IOException e) {
            throw new UncheckedIOException("the folder for files cannot be made: " + incoming, e);
        }
    }

    /** Receives a content. Its size in memory is one buffer, whatever it is on disk. */
    Incoming receive(InputStream content, long maxBytes) throws IOException {
        Path path = Files.createTempFile(incoming, "in", null);
        try {
            return receive(content, maxBytes, path);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }

    private Incoming receive(InputStream content, long maxBytes, Path path) throws IOException {
        MessageDigest digest = sha256();
        long size = 0;
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            OutputStream out = Channels.newOutputStream(channel);
            byte[] buffer = new byte[BUFFER];
            for (int length = content.read(buffer); length >= 0; length = content.read(buffer)) {
                size += length;
                if (size > maxBytes) {
                    throw new FileRefused(Code.TOO_LARGE, "more than " + maxBytes + " bytes");
                }
                requireRoom(length);
                digest.update(buffer, 0, length);
                write(out, buffer, length);
            }
            force(channel);
        }
        return new Incoming(path, size, HexFormat.of().formatHex(digest.digest()));
    }

    /** Makes a received content part of the store. Doing it twice is as good as once. */
    void keep(Incoming received) throws IOException {
        Path target = pathOf(received.sha256());
        if (!Files.exists(target)) {
            Files.createDirectories(target.getParent());
            Files.move(received.path(), target, StandardCopyOption.ATOMIC_MOVE);
            forceFolder(target.getParent());
        }
    }

    void discard(Incoming received) throws IOException {
        Files.deleteIfExists(received.path());
    }

    InputStream open(String sha256) throws NoSuchFileException {
        try {
            return Files.newInputStream(pathOf(sha256));
        } catch (NoSuchFileException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void remove(String sha256) throws IOException {
        Files.deleteIfExists(pathOf(sha256));
    }

    private Path pathOf(String sha256) {
        return root.resolve(sha256.substring(0, 2)).resolve(sha256.substring(2, 4)).resolve(sha256);
    }

    /** Leaves the database room to go on writing when files have filled the disk. */
    private void requireRoom(int length) throws IOException {
        if (Files.getFileStore(incoming).getUsableSpace() < reserveBytes + length) {
            throw new FileRefused(Code.STORE_FULL, "less than " + reserveBytes + " bytes are left");
        }
    }

    private static void write(OutputStream out, byte[] buffer, int length) {
        try {
            out.write(buffer, 0, length);
        } catch (IOException e) {
            throw storeFull(e);
        }
    }

    private static void force(FileChannel channel) {
        try {
            channel.force(true);
        } catch (IOException e) {
            throw storeFull(e);
        }
    }

    private static FileRefused storeFull(IOException cause) {
        FileRefused refused = new FileRefused(Code.STORE_FULL, "the disk does not take it: " + cause.getMessage());
        refused.initCause(cause);
        return refused;
    }

    private static void forceFolder(Path folder) throws IOException {
        // opening a folder is not possible everywhere (Windows); there the rename is durable enough
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
