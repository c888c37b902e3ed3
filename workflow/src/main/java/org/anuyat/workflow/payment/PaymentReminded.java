package org.anuyat.workflow.payment;

import java.time.Instant;
import java.util.Map;
import org.anuyat.workflow.acts.Act;
import org.anuyat.workflow.acts.Actor;

/** The applicant was reminded that the deadline to pay is near (เตือนให้ชำระค่าธรรมเนียม). */
public record PaymentReminded(String applicationNumber, String agency, Actor actor, Instant at, Instant due)
        implements Act {

    @Override
    public Map<String, Object> details() {
        return Map.of("due", due.toString());
    }
}
