package org.anuyat.workflow.review;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.anuyat.workflow.acts.Act;
import org.anuyat.workflow.acts.Actor;

/**
 * The place was inspected (ตรวจสถานที่แล้ว).
 *
 * @param passed whether it is as the law demands
 * @param photos how many photographs the report holds
 */
public record Inspected(
        String applicationNumber,
        String agency,
        Actor actor,
        Instant at,
        boolean passed,
        int photos)
        implements Act {

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("passed", passed);
        details.put("photos", photos);
        return details;
    }
}
