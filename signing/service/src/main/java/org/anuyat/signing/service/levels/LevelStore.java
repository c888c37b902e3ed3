package org.anuyat.signing.service.levels;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.anuyat.signing.service.OnlyHere;
import org.anuyat.signing.service.OnlyInDemonstration;
import org.anuyat.signing.service.SigningSettings;
import org.anuyat.signing.service.disk.PrivateFolder;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps the latest form of every document that is raised or renewed, with its state, for as long as it has to be renewed.
 *
 * <p>Files, not a database: this service has none, and one document is one unit of work. Each change is a new document under a
 * new name and, when it is examined, the state that names it, put in place in one move; whatever kills the process between the two
 * leaves the state before, and the step goes on with the document that is there. A marker file stands for each document with work
 * left, so that looking for work doesn't read the states of all documents.
 */
@Component
@OnlyHere
class LevelStore {

    private static final String STATE = ".json";
    private static final String MARKER = ".pending";

    /** What a step adds to a document, at most: a time stamp, or revocation data and a time stamp. */
    private static final int RAISED_BY = 256 * 1024;

    private final PrivateFolder documents;
    private final PrivateFolder states;
    private final PrivateFolder pending;
    private final JsonMapper json = JsonMapper.builder().build();

    LevelStore(SigningSettings settings, Environment environment) {
        PrivateFolder home = PrivateFolder.at(settings.home());
        // what the demonstration sealed must never be an answer to a real question
        PrivateFolder levels =
                (OnlyInDemonstration.Mode.isOn(environment) ? home.folder("demonstration") : home).folder("levels");
        documents = levels.folder("documents");
        states = levels.folder("states");
        pending = levels.folder("pending");
    }

    /** The state of the document that was sealed under a key. */
    Optional<LevelRecord> find(String key) {
        return byId(id(key));
    }

    /** The state of a document by its name here. */
    Optional<LevelRecord> byId(String id) {
        return states.read(id + STATE).map(bytes -> json.readValue(bytes, LevelRecord.class));
    }

    /** The latest form of a document; empty when another one has taken its place meanwhile. */
    Optional<byte[]> document(LevelRecord record) {
        return documents.read(document(id(record.key()), record.version()));
    }

    /** Begins to keep a document, unless it is kept already. */
    void begin(LevelRecord record, byte[] pdf) {
        String id = id(record.key());
        if (states.read(id + STATE).isPresent()) {
            return;
        }
        documents.write(document(id, record.version()), pdf);
        mark(id, record);
        states.writeOnce(id + STATE, json.writeValueAsBytes(record));
    }

    /** The form of a document that was kept for its examination stands in the place of the one before from now on. */
    void raise(LevelRecord record) {
        update(record);
        documents.delete(document(id(record.key()), record.version() - 1));
    }

    /** The next form of a document, when one was kept: whatever ended the process, it has its time stamp already. */
    Optional<byte[]> next(LevelRecord record) {
        return documents.read(next(id(record.key()), record));
    }

    /** When it was kept. */
    Instant nextMade(LevelRecord record) {
        return documents.written(next(id(record.key()), record));
    }

    /** Keeps the next form of a document until it is examined. */
    void keep(LevelRecord record, byte[] raised) {
        documents.write(next(id(record.key()), record), raised);
    }

    /** Forgets the next form of a document. */
    void drop(LevelRecord record) {
        documents.delete(next(id(record.key()), record));
    }

    /** Checks that the next form of a document can be kept before somebody is paid for it. */
    void requireRoom(byte[] pdf) {
        documents.requireRoom(pdf.length + RAISED_BY);
    }

    /** Keeps a new state of a document. */
    void update(LevelRecord record) {
        String id = id(record.key());
        mark(id, record);
        states.write(id + STATE, json.writeValueAsBytes(record));
        unmark(id, record);
    }

    private void mark(String id, LevelRecord record) {
        if (record.pending()) {
            pending.writeOnce(id + MARKER, new byte[0]);
        }
    }

    /** Takes the mark away from a document without work left. */
    void unmark(String id, LevelRecord record) {
        if (!record.pending()) {
            pending.delete(id + MARKER);
        }
    }

    /** The documents with work left. */
    List<String> pendingIds() {
        return ids(pending, MARKER);
    }

    /** All documents. */
    List<String> allIds() {
        return ids(states, STATE);
    }

    /** Deletes what kills before an instant left unfinished. */
    void tidy(Instant before) {
        Stream.of(documents, states, pending).forEach(folder -> folder.deleteUnfinished(before));
    }

    /** Does something while no other process raises these documents. */
    <T> T exclusively(Supplier<T> work) {
        return pending.exclusively(work);
    }

    private static List<String> ids(PrivateFolder folder, String ending) {
        return folder.names("", ending).stream()
                .map(name -> name.substring(0, name.length() - ending.length()))
                .toList();
    }

    private static String document(String id, int version) {
        return id + "." + version + ".pdf";
    }

    private static String next(String id, LevelRecord record) {
        return document(id, record.version() + 1);
    }

    private static String id(String key) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
