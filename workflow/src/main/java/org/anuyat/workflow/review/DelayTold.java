package org.anuyat.workflow.review;

import java.time.Instant;
import java.util.Map;
import org.anuyat.workflow.acts.Act;
import org.anuyat.workflow.acts.Actor;

/**
 * The applicant was told that the decision is late (แจ้งเหตุแห่งความล่าช้า, Licensing Facilitation Act B.E. 2558 section 10: within
 * seven days of the end of the period, and every seven days after that).
 *
 * @param due when the decision should have been made
 */
public record DelayTold(String applicationNumber, String agency, Actor actor, Instant at, Instant due) implements Act {

    @Override
    public Map<String, Object> details() {
        return Map.of("due", due.toString());
    }
}
