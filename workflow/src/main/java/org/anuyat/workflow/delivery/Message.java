package org.anuyat.workflow.delivery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message to one person.
 *
 * @param recipientId the account
 * @param address the e-mail address at the time of writing
 * @param kind what it is about: the act's name, or {@code code} for a one-time code
 * @param body plain text, Thai first, English below
 * @param sentAt null as long as it waits
 */
public record Message(
        UUID id,
        String agency,
        String recipientId,
        String address,
        @Nullable String applicationNumber,
        String kind,
        String subject,
        String body,
        Instant queuedAt,
        @Nullable Instant sentAt) {

    /** Keeps personal data out of logs. */
    @Override
    public String toString() {
        return "Message[" + id + ", " + kind + "]";
    }
}
