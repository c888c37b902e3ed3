package org.anuyat.workflow.registry;

import java.time.Instant;
import java.util.Map;
import org.anuyat.workflow.acts.Act;
import org.anuyat.workflow.acts.Actor;

/** A suspension was lifted (ยกเลิกการพักใช้ใบอนุญาต). */
public record Reinstated(
        String applicationNumber, String agency, Actor actor, Instant at, String permitNumber, String reason)
        implements Act {

    @Override
    public Map<String, Object> details() {
        return Map.of("permitNumber", permitNumber, "reason", reason);
    }
}
