package org.anuyat.workflow.submission;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.anuyat.workflow.acts.Act;
import org.anuyat.workflow.acts.Actor;

/**
 * The applicant corrected what was asked for and sent it in again (ส่งคำขอที่แก้ไขแล้ว).
 *
 * @param revision the number of the revision that this made; 1 is the first after the confirmation
 * @param corrected keys of the fields and documents of the list, in its order
 */
public record Resubmitted(
        String applicationNumber,
        String agency,
        Actor actor,
        Instant at,
        Instant receivedAt,
        int revision,
        List<String> corrected)
        implements Act {

    public Resubmitted {
        corrected = List.copyOf(corrected);
    }

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("receivedAt", receivedAt.toString());
        details.put("revision", revision);
        details.put("corrected", corrected);
        return details;
    }
}
