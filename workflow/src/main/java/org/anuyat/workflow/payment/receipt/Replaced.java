package org.anuyat.workflow.payment.receipt;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.anuyat.workflow.acts.Act;
import org.anuyat.workflow.acts.Actor;

/**
 * Another receipt was issued in place of a cancelled one (ออกใบเสร็จรับเงินแทนฉบับที่ยกเลิก).
 *
 * @param receiptNumber of the new one
 * @param replaces the number of the cancelled one
 * @param purpose the code why, in ETDA's list
 * @param reason the same in words
 */
public record Replaced(
        String applicationNumber,
        String agency,
        Actor actor,
        Instant at,
        String receiptNumber,
        String replaces,
        String purpose,
        String reason)
        implements Act {

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("receiptNumber", receiptNumber);
        details.put("replaces", replaces);
        details.put("purpose", purpose);
        details.put("reason", reason);
        return details;
    }
}
