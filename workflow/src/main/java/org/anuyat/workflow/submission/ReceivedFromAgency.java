package org.anuyat.workflow.submission;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.anuyat.workflow.acts.Act;
import org.anuyat.workflow.acts.Actor;

/**
 * An application that was made to another agency goes on here (รับคำขอที่หน่วยงานอื่นส่งต่อ, section 10 of the Electronic
 * Performance of Government Service Act B.E. 2565).
 *
 * @param fromAgency code of the agency to which it was made
 * @param fromNumber its number there
 * @param receivedAt the legal time of receipt, which is that of the agency to which it was made
 */
public record ReceivedFromAgency(
        String applicationNumber,
        String agency,
        Actor actor,
        Instant at,
        String fromAgency,
        String fromNumber,
        Instant receivedAt)
        implements Act {

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("fromAgency", fromAgency);
        details.put("fromNumber", fromNumber);
        details.put("receivedAt", receivedAt.toString());
        return details;
    }
}
