package org.anuyat.workflow.approval;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.anuyat.workflow.acts.Act;
import org.anuyat.workflow.acts.Actor;

/**
 * The written order of refusal with the right of appeal was issued (หนังสือแจ้งผลการพิจารณา).
 *
 * @param appealUntil the last day to appeal
 */
public record RefusalNoticeIssued(
        String applicationNumber,
        String agency,
        Actor actor,
        Instant at,
        LocalDate appealUntil)
        implements Act {

    @Override
    public Map<String, Object> details() {
        return Map.of("appealUntil", appealUntil.toString());
    }
}
