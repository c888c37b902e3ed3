package org.anuyat.workflow.review;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.anuyat.workflow.acts.Act;
import org.anuyat.workflow.acts.Actor;

/**
 * The place failed its inspection and will be inspected again before an opinion is given (ให้ตรวจสถานที่ใหม่).
 *
 * @param sequence of the inspection that failed
 * @param reason what has to be put right, in the words that the applicant reads
 */
public record ReinspectionOrdered(
        String applicationNumber, String agency, Actor actor, Instant at, int sequence, String reason) implements Act {

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("sequence", sequence);
        details.put("reason", reason);
        return details;
    }
}
