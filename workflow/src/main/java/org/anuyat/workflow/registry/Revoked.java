package org.anuyat.workflow.registry;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.anuyat.workflow.acts.Act;
import org.anuyat.workflow.acts.Actor;

/**
 * A permit was revoked (เพิกถอนใบอนุญาต).
 *
 * @param reason why, in the words that the holder reads
 * @param legalBasis the law that allows it
 */
public record Revoked(
        String applicationNumber,
        String agency,
        Actor actor,
        Instant at,
        String permitNumber,
        String reason,
        String legalBasis)
        implements Act {

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("permitNumber", permitNumber);
        details.put("reason", reason);
        details.put("legalBasis", legalBasis);
        return details;
    }
}
