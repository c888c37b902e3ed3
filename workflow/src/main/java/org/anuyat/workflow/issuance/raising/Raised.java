package org.anuyat.workflow.issuance.raising;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.anuyat.workflow.acts.Act;
import org.anuyat.workflow.acts.Actor;

/**
 * The seal of an issued permit was raised or renewed (ต่ออายุหลักฐานของตราประทับอิเล็กทรอนิกส์): the document is the same, with proof of time
 * and of its certificates added behind it.
 *
 * @param level what it has reached, such as {@code PAdES_BASELINE_LTA}
 */
public record Raised(
        String applicationNumber,
        String agency,
        Actor actor,
        Instant at,
        String permitNumber,
        String level,
        String documentSha256)
        implements Act {

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("permitNumber", permitNumber);
        details.put("level", level);
        details.put("documentSha256", documentSha256);
        return details;
    }
}
