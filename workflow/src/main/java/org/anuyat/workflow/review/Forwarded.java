package org.anuyat.workflow.review;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.anuyat.workflow.acts.Act;
import org.anuyat.workflow.acts.Actor;

/**
 * An application belongs to another agency and was sent there (ส่งต่อหน่วยงานที่รับผิดชอบ, section 10 of the Act B.E. 2565:
 * the applicant is told which agency is the right one).
 *
 * @param toAgency the code of the agency that is competent
 * @param reason why, in the words that the applicant reads
 */
public record Forwarded(
        String applicationNumber,
        String agency,
        Actor actor,
        Instant at,
        String toAgency,
        String reason)
        implements Act {

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("toAgency", toAgency);
        details.put("reason", reason);
        return details;
    }
}
