package org.anuyat.workflow.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.anuyat.workflow.files.FileRefused.Code;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/**
 * The file store.
 *
 * <p>A content is received and checked before anything about it is written to the database, so an upload that is slow, refused
 * or broken off holds no connection and leaves nothing. When a transaction rolls back after a content was kept, the content
 * stays behind without a row: wasted space, never a lost file.
 */
@Component
public class Files {

    private static final String COLUMNS = "id, agency, name, media_type, size, sha256";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final TransactionTemplate ownTransaction;
    private final ContentOnDisk disk;
    private final ContentCheck check = new ContentCheck();

    Files(
            JdbcClient jdbc,
            Clock clock,
            PlatformTransactionManager transactions,
            @Value("${anuyat.home:data}") Path home,
            @Value("${anuyat.files.reserve:256MB}") DataSize reserve) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
        this.disk = new ContentOnDisk(home.resolve("files"), reserve.toBytes());
    }

    /**
     * Takes in what a person handed in. The stream is read to its end and not closed.
     *
     * @param originalName as the browser sent it
     * @param declaredType as the browser sent it; a known type that contradicts the name is refused, an unknown one ignored
     * @throws FileRefused when it is not what the policy allows or not what it claims to be
     * @throws UncheckedIOException when the sender breaks off
     */
    public StoredFile store(
            InputStream content, @Nullable String originalName, @Nullable String declaredType, Policy policy) {
        FileName name = FileName.cleaned(originalName);
        FileType type = name.type()
                .filter(policy.types()::contains)
                .orElseThrow(() -> new FileRefused(Code.TYPE_NOT_ALLOWED, "." + name.extension()));
        if (declaredType != null && FileType.ofMediaType(declaredType).filter(t -> t != type).isPresent()) {
            throw new FileRefused(Code.CONTENT_MISMATCH, "." + name.extension() + " sent as " + declaredType);
        }
        return receive(content, name.text(), type.mediaType(), policy.agency(), policy.maxBytes(), type);
    }

    /** Takes in what the platform itself made, of any type. */
    public StoredFile keep(InputStream content, String name, String mediaType, String agency) {
        return receive(content, FileName.cleaned(name).text(), mediaType, agency, Long.MAX_VALUE, null);
    }

    /** What is known about a file. */
    public Optional<StoredFile> find(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from file where id = ?")
                .param(id)
                .query((row, index) -> read(row))
                .optional();
    }

    /**
     * The content of a file, to be closed by the caller.
     *
     * @throws IllegalArgumentException when there is no such file
     * @throws UncheckedIOException when its content cannot be read
     */
    public InputStream open(UUID id) {
        StoredFile file = find(id).orElseThrow(() -> new IllegalArgumentException("no file " + id));
        try {
            return disk.open(file.sha256());
        } catch (IOException e) {
            throw new UncheckedIOException("the content of file " + id + " is missing", e);
        }
    }

    /**
     * Gives another agency a file of its own with the same content, in the running transaction.
     *
     * @throws IllegalArgumentException when there is no such file
     */
    public StoredFile copyFor(String agency, UUID id) {
        StoredFile of = find(id).orElseThrow(() -> new IllegalArgumentException("no file " + id));
        StoredFile copy = new StoredFile(UUID.randomUUID(), agency, of.name(), of.mediaType(), of.size(), of.sha256());
        transaction.executeWithoutResult(status -> {
            holdContent(of.sha256());
            write(copy);
        });
        return copy;
    }

    /** Removes a file that nothing refers to any more; its content goes when the transaction has committed. */
    public void remove(UUID id) {
        transaction.executeWithoutResult(status -> find(id).ifPresent(file -> {
            jdbc.sql("delete from file where id = ?").param(id).update();
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    removeContentIfUnused(file.sha256());
                }
            });
        }));
    }

    private StoredFile receive(
            InputStream content, String name, String mediaType, String agency, long maxBytes, @Nullable FileType toCheck) {
        try {
            ContentOnDisk.Incoming received = disk.receive(content, maxBytes);
            try {
                if (received.size() == 0) {
                    throw new FileRefused(Code.EMPTY, "no content");
                }
                if (toCheck != null) {
                    check.require(received.path(), toCheck);
                }
                StoredFile file = new StoredFile(
                        UUID.randomUUID(), agency, name, mediaType, received.size(), received.sha256());
                transaction.executeWithoutResult(status -> insert(file, received));
                return file;
            } finally {
                disk.discard(received);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the file was not received", e);
        }
    }

    private void insert(StoredFile file, ContentOnDisk.Incoming received) {
        // shared with other uploads of the same content, exclusive against its removal; held until the row is visible
        holdContent(file.sha256());
        try {
            disk.keep(received);
        } catch (IOException e) {
            throw new UncheckedIOException("the file was not kept", e);
        }
        write(file);
    }

    private void holdContent(String sha256) {
        jdbc.sql("select pg_advisory_xact_lock_shared(hashtextextended(?, 0))::text")
                .param(sha256)
                .query(String.class)
                .optional();
    }

    private void write(StoredFile file) {
        jdbc.sql("insert into file (id, agency, name, media_type, size, sha256, stored_at) values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        file.id(),
                        file.agency(),
                        file.name(),
                        file.mediaType(),
                        file.size(),
                        file.sha256(),
                        Timestamp.from(clock.instant()))
                .update();
    }

    private void removeContentIfUnused(String sha256) {
        ownTransaction.executeWithoutResult(status -> {
            jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))::text")
                    .param(sha256)
                    .query(String.class)
                    .optional();
            boolean used = jdbc.sql("select exists (select 1 from file where sha256 = ?)")
                    .param(sha256)
                    .query(Boolean.class)
                    .single();
            if (!used) {
                try {
                    disk.remove(sha256);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        });
    }

    private static StoredFile read(ResultSet row) throws SQLException {
        return new StoredFile(
                row.getObject("id", UUID.class),
                row.getString("agency"),
                row.getString("name"),
                row.getString("media_type"),
                row.getLong("size"),
                row.getString("sha256"));
    }
}
