package org.anuyat.workflow.payment;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.anuyat.workflow.acts.Act;
import org.anuyat.workflow.acts.Actor;

/** A bill was presented: amount, channel and deadline are told (แจ้งชำระค่าธรรมเนียม). */
public record BillPresented(
        String applicationNumber, String agency, Actor actor, Instant at, long amountSatang, String reference1, Instant due)
        implements Act {

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("amountSatang", amountSatang);
        details.put("reference1", reference1);
        details.put("due", due.toString());
        return details;
    }
}
