package org.anuyat.workflow.review;

import java.time.Instant;
import java.util.Map;
import org.anuyat.workflow.acts.Act;
import org.anuyat.workflow.acts.Actor;

/** The applicant was reminded that the deadline to correct is near (เตือนให้แก้ไขคำขอ). */
public record CorrectionReminded(String applicationNumber, String agency, Actor actor, Instant at, Instant deadline)
        implements Act {

    @Override
    public Map<String, Object> details() {
        return Map.of("deadline", deadline.toString());
    }
}
