package org.anuyat.workflow.review;

import java.time.Instant;
import java.util.Map;
import org.anuyat.workflow.acts.Act;
import org.anuyat.workflow.acts.Actor;

/**
 * The receiving officer registered an application (ลงรับคำขอ).
 *
 * @param receiveNumber its number in the register of the agency and the Buddhist-era year, such as {@code 12/2569}
 */
public record Registered(
        String applicationNumber,
        String agency,
        Actor actor,
        Instant at,
        String receiveNumber)
        implements Act {

    @Override
    public Map<String, Object> details() {
        return Map.of("receiveNumber", receiveNumber);
    }
}
