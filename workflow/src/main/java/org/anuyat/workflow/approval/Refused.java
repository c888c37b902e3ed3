package org.anuyat.workflow.approval;

import java.time.Instant;
import java.util.Map;
import org.anuyat.workflow.acts.Act;
import org.anuyat.workflow.acts.Actor;

/**
 * The application was refused (ไม่อนุญาต, Administrative Procedure Act B.E. 2539 section 37).
 *
 * @param level at which level of approval, from 1
 */
public record Refused(
        String applicationNumber,
        String agency,
        Actor actor,
        Instant at,
        int level)
        implements Act {

    @Override
    public Map<String, Object> details() {
        return Map.of("level", level);
    }
}
