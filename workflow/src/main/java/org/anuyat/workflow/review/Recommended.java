package org.anuyat.workflow.review;

import java.time.Instant;
import java.util.Map;
import org.anuyat.workflow.acts.Act;
import org.anuyat.workflow.acts.Actor;

/**
 * The reviewing officer gave the approvers an opinion (เสนอความเห็นต่อผู้อนุมัติ).
 */
public record Recommended(
        String applicationNumber,
        String agency,
        Actor actor,
        Instant at,
        Recommendation recommendation)
        implements Act {

    @Override
    public Map<String, Object> details() {
        return Map.of("recommendation", recommendation.name());
    }
}
