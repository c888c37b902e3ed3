package org.anuyat.workflow.submission;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.anuyat.workflow.acts.Act;
import org.anuyat.workflow.acts.Actor;

/**
 * The acknowledgement (ใบรับคำขอ) was made.
 *
 * @param file the PDF
 * @param sha256 of the PDF
 */
public record Acknowledged(
        String applicationNumber, String agency, Actor actor, Instant at, UUID file, String sha256) implements Act {

    @Override
    public Map<String, Object> details() {
        return Map.of("sha256", sha256);
    }
}
