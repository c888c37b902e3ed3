package org.anuyat.workflow.issuance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.anuyat.workflow.acts.Act;
import org.anuyat.workflow.acts.Actor;
import org.jspecify.annotations.Nullable;

/** A permit was issued (ออกใบอนุญาต). */
public record Issued(
        String applicationNumber,
        String agency,
        Actor actor,
        Instant at,
        String permitNumber,
        @Nullable LocalDate expiresOn,
        String documentSha256)
        implements Act {

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("permitNumber", permitNumber);
        if (expiresOn != null) {
            details.put("expiresOn", expiresOn.toString());
        }
        details.put("documentSha256", documentSha256);
        return details;
    }
}
