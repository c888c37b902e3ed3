package org.anuyat.signing.service.sealing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.anuyat.signing.api.SealOrder;
import org.anuyat.signing.api.SealedDocument;
import org.anuyat.signing.api.SigningProblem;
import org.anuyat.signing.api.SigningRefusal;
import org.anuyat.signing.service.OnlyHere;
import org.anuyat.signing.service.OnlyInDemonstration;
import org.anuyat.signing.service.SigningSettings;
import org.anuyat.signing.service.disk.PrivateFolder;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Remembers what was sealed under which key, so that a repeated order gets the very same document. A file is one line of JSON and, after its
 * end, the document as it is.
 *
 * <p>The document itself is kept, not only its time: signing again would give other bytes with ECDSA, after a change of key, or
 * with another version of the PDF library. Nodes that share no folder may seal the same order twice; both documents are good.
 */
@Component
@OnlyHere
class SealedStore {

    private static final String ENDING = ".sealed";
    private static final byte LINE_END = '\n';
    private static final byte[] NOT_HERE = {};
    private static final Duration BETWEEN_TIDYINGS = Duration.ofHours(1);

    private final PrivateFolder folder;
    private final Duration kept;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(Integer.MAX_VALUE)
                            .build())
                    .build())
            .build();
    private final AtomicReference<Instant> tidied = new AtomicReference<>(Instant.MIN);

    SealedStore(SigningSettings settings, Environment environment, Clock clock) {
        PrivateFolder home = PrivateFolder.at(settings.home());
        // what the demonstration sealed must never be an answer to a real order
        this.folder = (OnlyInDemonstration.Mode.isOn(environment) ? home.folder("demonstration") : home).folder("sealed");
        this.kept = settings.sealedKept();
        this.clock = clock;
    }

    /** A document under its key, with the fingerprint of the order. */
    record Entry(String order, SealedDocument document) {}

    /**
     * Finds what an order was answered with before.
     *
     * @throws SigningRefusal {@link SigningProblem#KEY_REUSED} when its key belongs to another order
     */
    Optional<SealedDocument> find(SealOrder order) {
        return folder.read(name(order)).flatMap(this::entry).map(entry -> {
            if (!entry.order().equals(fingerprint(order))) {
                throw new SigningRefusal(
                        SigningProblem.KEY_REUSED, "The idempotency key was used for another order");
            }
            return entry.document();
        });
    }

    /** Keeps a document; when another process was faster, its document counts. */
    SealedDocument keep(SealOrder order, SealedDocument document) {
        tidyNowAndThen();
        byte[] line = json.writeValueAsBytes(new Entry(fingerprint(order), with(document, NOT_HERE)));
        ByteBuffer file = ByteBuffer.allocate(line.length + 1 + document.pdf().length);
        file.put(line).put(LINE_END).put(document.pdf());
        boolean kept = folder.writeOnce(name(order), file.array());
        return kept ? document : find(order).orElse(document);
    }

    /** Checks that documents can be kept. */
    void probe() {
        folder.probe();
    }

    private Optional<Entry> entry(byte[] bytes) {
        int end = 0;
        while (end < bytes.length && bytes[end] != LINE_END) {
            end++;
        }
        try {
            Entry entry = json.readValue(bytes, 0, end, Entry.class);
            // earlier files are one line with the document in it
            byte[] pdf = end == bytes.length ? entry.document().pdf() : Arrays.copyOfRange(bytes, end + 1, bytes.length);
            return Optional.of(new Entry(entry.order(), with(entry.document(), pdf)));
        } catch (JacksonException e) {
            throw new SigningRefusal(SigningProblem.KEY_UNAVAILABLE, "A kept document can't be read", e);
        }
    }

    private static SealedDocument with(SealedDocument document, byte[] pdf) {
        return new SealedDocument(pdf, document.level(), document.signer(), document.certificateSha256(), document.sealedAt());
    }

    private void tidyNowAndThen() {
        Instant now = clock.instant();
        Instant last = tidied.get();
        if (now.isAfter(last.equals(Instant.MIN) ? last : last.plus(BETWEEN_TIDYINGS))
                && tidied.compareAndSet(last, now)) {
            folder.deleteOlderThan(now.minus(kept), ENDING);
        }
    }

    private static String name(SealOrder order) {
        return hex(order.idempotencyKey().getBytes(StandardCharsets.UTF_8)) + ENDING;
    }

    private static String fingerprint(SealOrder order) {
        return hex(
                order.agency().getBytes(StandardCharsets.UTF_8),
                order.kind().name().getBytes(StandardCharsets.UTF_8),
                order.reason().getBytes(StandardCharsets.UTF_8),
                order.location().getBytes(StandardCharsets.UTF_8),
                order.pdf());
    }

    private static String hex(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).flip());
                digest.update(part);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
