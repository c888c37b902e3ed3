package org.anuyat.workflow.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.anuyat.workflow.acts.Actor;
import org.anuyat.workflow.acts.Deed;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** How an act becomes text and how the text is chained; changing either breaks every chain there is. */
final class Link {

    /** What stands before the first entry. */
    static final String ORIGIN = "0".repeat(64);

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

    private Link() {}

    /** The text of an entry; it has no member {@code application} when it is not about one. */
    static String record(
            String agency,
            long seq,
            Instant at,
            String act,
            @Nullable String application,
            Actor actor,
            Map<String, Object> details) {
        Map<String, Object> members = new TreeMap<>();
        members.put("act", act);
        members.put("actor", Map.of("id", actor.id(), "kind", actor.kind().name(), "name", actor.displayName()));
        members.put("agency", agency);
        if (application != null) {
            members.put("application", application);
        }
        members.put("at", at.toString());
        members.put("details", details);
        members.put("seq", seq);
        return JSON.writeValueAsString(members);
    }

    static String record(Deed deed, long seq, Instant at) {
        return record(deed.agency(), seq, at, deed.name(), deed.applicationNumber(), deed.actor(), deed.details());
    }

    static String hash(String previousHash, String record) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(previousHash.getBytes(StandardCharsets.US_ASCII));
            sha256.update((byte) '\n');
            return HexFormat.of().formatHex(sha256.digest(record.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> details(String record) {
        return (Map<String, Object>) JSON.readValue(record, Map.class).get("details");
    }

    /** Whether the text says the same as the columns beside it, which a forger might change alone. */
    static boolean agrees(AuditEntry entry) {
        return entry.record()
                .equals(record(
                        entry.agency(),
                        entry.seq(),
                        entry.at(),
                        entry.act(),
                        entry.applicationNumber(),
                        entry.actor(),
                        entry.details()));
    }
}
