package org.anuyat.workflow.review;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.anuyat.workflow.acts.Act;
import org.anuyat.workflow.acts.Actor;

/**
 * An appointment to inspect the place was made or moved (นัดตรวจสถานที่).
 *
 * @param when when the officer comes
 * @param inspector the name of who comes
 * @param note what the applicant is asked to prepare; may be empty
 */
public record InspectionScheduled(
        String applicationNumber,
        String agency,
        Actor actor,
        Instant at,
        Instant when,
        String inspector,
        String note)
        implements Act {

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("when", when.toString());
        details.put("inspector", inspector);
        details.put("note", note);
        return details;
    }
}
