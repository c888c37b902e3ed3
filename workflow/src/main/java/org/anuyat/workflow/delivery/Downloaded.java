package org.anuyat.workflow.delivery;

import java.time.Instant;
import java.util.Map;
import org.anuyat.workflow.acts.Act;
import org.anuyat.workflow.acts.Actor;

/** The applicant fetched the permit for the first time (รับใบอนุญาตแล้ว). */
public record Downloaded(String applicationNumber, String agency, Actor actor, Instant at, String permitNumber)
        implements Act {

    @Override
    public Map<String, Object> details() {
        return Map.of("permitNumber", permitNumber);
    }
}
