package org.anuyat.workflow.payment.slip;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.anuyat.workflow.acts.Act;
import org.anuyat.workflow.acts.Actor;

/**
 * The applicant handed in a slip as evidence of a payment (ยื่นหลักฐานการชำระเงิน).
 *
 * @param repeated whether the same transfer or file had been handed in before
 * @param sha256 of the file
 */
public record SlipHandedIn(
        String applicationNumber, String agency, Actor actor, Instant at, UUID slip, boolean repeated, String sha256)
        implements Act {

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("repeated", repeated);
        details.put("sha256", sha256);
        details.put("slip", slip.toString());
        return details;
    }
}
