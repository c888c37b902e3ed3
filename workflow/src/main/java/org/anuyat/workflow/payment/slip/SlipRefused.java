package org.anuyat.workflow.payment.slip;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.anuyat.workflow.acts.Act;
import org.anuyat.workflow.acts.Actor;

/** A finance officer refused a slip; the applicant is told why (ไม่รับหลักฐานการชำระเงิน). */
public record SlipRefused(String applicationNumber, String agency, Actor actor, Instant at, UUID slip, String reason) implements Act {

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("reason", reason);
        details.put("slip", slip.toString());
        return details;
    }
}
