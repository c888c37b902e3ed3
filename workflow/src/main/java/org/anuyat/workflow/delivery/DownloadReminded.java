package org.anuyat.workflow.delivery;

import java.time.Instant;
import java.util.Map;
import org.anuyat.workflow.acts.Act;
import org.anuyat.workflow.acts.Actor;

/** The holder was reminded to fetch the permit (เตือนให้รับใบอนุญาต). */
public record DownloadReminded(String applicationNumber, String agency, Actor actor, Instant at, String permitNumber)
        implements Act {

    @Override
    public Map<String, Object> details() {
        return Map.of("permitNumber", permitNumber);
    }
}
