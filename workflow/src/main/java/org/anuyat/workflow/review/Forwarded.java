package org.anuyat.workflow.review;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.anuyat.workflow.acts.Act;
import org.anuyat.workflow.acts.Actor;
import org.jspecify.annotations.Nullable;

/**
 * An application belongs to another agency and was sent there (ส่งต่อหน่วยงานที่รับผิดชอบ, section 10 of the Act B.E. 2565:
 * the applicant is told which agency is the right one).
 *
 * @param toAgency the code of the agency that is competent; null when it is not on this installation
 * @param toName its name, when it is not
 * @param toContact how to reach it, when it is not
 * @param reason why, in the words that the applicant reads
 * @param newNumber of the case that goes on there; null when the applicant has to ask there
 */
public record Forwarded(
        String applicationNumber,
        String agency,
        Actor actor,
        Instant at,
        @Nullable String toAgency,
        @Nullable String toName,
        @Nullable String toContact,
        String reason,
        @Nullable String newNumber)
        implements Act {

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        put(details, "toAgency", toAgency == null ? toName : toAgency);
        put(details, "toContact", toContact);
        details.put("reason", reason);
        put(details, "newNumber", newNumber);
        return details;
    }

    private static void put(Map<String, Object> details, String name, @Nullable String value) {
        if (value != null) {
            details.put(name, value);
        }
    }
}
