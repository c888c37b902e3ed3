package org.anuyat.workflow.review;

import java.time.Instant;
import java.util.Map;
import org.anuyat.workflow.acts.Act;
import org.anuyat.workflow.acts.Actor;

/**
 * Application and documents are complete and correct (คำขอและเอกสารครบถ้วนถูกต้อง).
 *
 * @param round how many times they were checked, from 1
 */
public record FoundComplete(
        String applicationNumber,
        String agency,
        Actor actor,
        Instant at,
        int round)
        implements Act {

    @Override
    public Map<String, Object> details() {
        return Map.of("round", round);
    }
}
