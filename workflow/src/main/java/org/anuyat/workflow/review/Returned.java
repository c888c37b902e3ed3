package org.anuyat.workflow.review;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.anuyat.workflow.acts.Act;
import org.anuyat.workflow.acts.Actor;

/**
 * An application was returned because it was not put right (คืนคำขอ, Licensing Facilitation Act B.E. 2558 section 9: in writing, with
 * the reason; the applicant may apply again).
 *
 * @param deadline until when corrections could be sent in
 * @param reason why, in the words that the applicant reads
 */
public record Returned(
        String applicationNumber,
        String agency,
        Actor actor,
        Instant at,
        Instant deadline,
        String reason)
        implements Act {

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("deadline", deadline.toString());
        details.put("reason", reason);
        return details;
    }
}
