package org.anuyat.workflow.payment;

import java.time.Instant;
import java.util.Map;
import org.anuyat.workflow.acts.Act;
import org.anuyat.workflow.acts.Actor;

/** The fee was not paid in time, the approval lapses (พ้นกำหนดชำระค่าธรรมเนียม). */
public record PaymentLapsed(String applicationNumber, String agency, Actor actor, Instant at, Instant due)
        implements Act {

    @Override
    public Map<String, Object> details() {
        return Map.of("due", due.toString());
    }
}
