package org.anuyat.workflow.submission;

import java.time.Instant;
import java.util.Map;
import org.anuyat.workflow.acts.Act;
import org.anuyat.workflow.acts.Actor;

/** The applicant took the application back (ถอนคำขอ). */
public record Withdrawn(String applicationNumber, String agency, Actor actor, Instant at, String reason)
        implements Act {

    @Override
    public Map<String, Object> details() {
        return reason.isEmpty() ? Map.of() : Map.of("reason", reason);
    }
}
