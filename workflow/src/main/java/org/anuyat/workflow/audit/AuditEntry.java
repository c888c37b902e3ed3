package org.anuyat.workflow.audit;

import java.time.Instant;
import java.util.Map;
import org.anuyat.workflow.acts.Actor;
import org.jspecify.annotations.Nullable;

/**
 * One link of an agency's chain.
 *
 * @param seq 1, 2, 3… without gaps within the agency
 * @param act the stable name, see {@link org.anuyat.workflow.acts.Deed#name()}
 * @param applicationNumber null when it was not done to an application
 * @param details what the act kept beyond who and when
 * @param record the exact text that was hashed: JSON (RFC 8259), UTF-8, keys in alphabetical order, no white space
 * @param previousHash the hash of entry {@code seq - 1}, 64 zeros for the first
 * @param hash lower-case hexadecimal SHA-256 of {@code previousHash + "\n" + record}
 */
public record AuditEntry(
        String agency,
        long seq,
        Instant at,
        String act,
        @Nullable String applicationNumber,
        Actor actor,
        Map<String, Object> details,
        String record,
        String previousHash,
        String hash) {}
