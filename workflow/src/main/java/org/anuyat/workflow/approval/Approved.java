package org.anuyat.workflow.approval;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.anuyat.workflow.acts.Act;
import org.anuyat.workflow.acts.Actor;
import org.jspecify.annotations.Nullable;

/**
 * An approver approved (อนุมัติ).
 *
 * @param level from 1
 * @param last whether no further level follows
 * @param authorisation the one-time code with which the last approver confirmed; null at lower levels
 * @param sha256 of what was confirmed; null at lower levels
 */
public record Approved(
        String applicationNumber,
        String agency,
        Actor actor,
        Instant at,
        int level,
        boolean last,
        @Nullable String authorisation,
        @Nullable String sha256)
        implements Act {

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("level", level);
        details.put("last", last);
        if (authorisation != null && sha256 != null) {
            details.put("authorisation", authorisation);
            details.put("sha256", sha256);
        }
        return details;
    }
}
