package org.anuyat.workflow.approval;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.anuyat.workflow.acts.Act;
import org.anuyat.workflow.acts.Actor;

/**
 * An approver sent the case back to the reviewing officer (ส่งกลับให้ทบทวน).
 *
 * @param level from 1
 * @param reason what is to be looked at again; for officers
 */
public record SentBack(
        String applicationNumber,
        String agency,
        Actor actor,
        Instant at,
        int level,
        String reason)
        implements Act {

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("level", level);
        details.put("reason", reason);
        return details;
    }
}
