package org.anuyat.workflow.payment.receipt;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.anuyat.workflow.acts.Act;
import org.anuyat.workflow.acts.Actor;

/** A finance officer cancelled a receipt; it stays in the record (ยกเลิกใบเสร็จรับเงิน). */
public record Cancelled(
        String applicationNumber, String agency, Actor actor, Instant at, String receiptNumber, String reason)
        implements Act {

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("receiptNumber", receiptNumber);
        details.put("reason", reason);
        return details;
    }
}
