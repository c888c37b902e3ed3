package org.anuyat.workflow.approval;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.anuyat.workflow.acts.Act;
import org.anuyat.workflow.acts.Actor;

/**
 * An approver approved (อนุมัติ).
 *
 * @param level from 1
 * @param last whether no further level follows
 */
public record Approved(
        String applicationNumber,
        String agency,
        Actor actor,
        Instant at,
        int level,
        boolean last)
        implements Act {

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("level", level);
        details.put("last", last);
        return details;
    }
}
