package org.anuyat.workflow.payment.closing;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.anuyat.workflow.acts.Actor;
import org.anuyat.workflow.acts.Deed;

/** A finance officer decided about a difference between the bank's file and the books (วินิจฉัยผลต่าง). */
public record DayDecided(String agency, Actor actor, Instant at, UUID file, String difference, String decision) implements Deed {

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("file", file.toString());
        details.put("difference", difference);
        details.put("reason", decision);
        return details;
    }
}
