package org.anuyat.workflow.submission;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.anuyat.workflow.acts.Act;
import org.anuyat.workflow.acts.Actor;

/**
 * An application entered the system (ยื่นคำขอ).
 *
 * @param at when the data entered
 * @param receivedAt the legal time of receipt
 */
public record Submitted(
        String applicationNumber,
        String agency,
        Actor actor,
        Instant at,
        UUID applicationId,
        String serviceId,
        int serviceVersion,
        Instant receivedAt,
        int attachments,
        String contentSha256)
        implements Act {

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("service", serviceId);
        details.put("serviceVersion", serviceVersion);
        details.put("receivedAt", receivedAt.toString());
        details.put("attachments", attachments);
        details.put("contentSha256", contentSha256);
        return details;
    }
}
