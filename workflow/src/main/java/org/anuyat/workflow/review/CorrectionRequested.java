package org.anuyat.workflow.review;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.anuyat.workflow.acts.Act;
import org.anuyat.workflow.acts.Actor;
import org.anuyat.workflow.submission.corrections.CorrectionItem;

/**
 * The applicant is asked to correct what is listed (แจ้งให้แก้ไขคำขอ, Licensing Facilitation Act B.E. 2558 section 8: every defect in
 * one list).
 *
 * @param round 1 for the request that the law allows; from 2 only for an officer's negligence
 * @param items every defect
 * @param deadline the last moment to send the corrections in
 */
public record CorrectionRequested(
        String applicationNumber,
        String agency,
        Actor actor,
        Instant at,
        int round,
        List<CorrectionItem> items,
        Instant deadline)
        implements Act {

    public CorrectionRequested {
        items = List.copyOf(items);
    }

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("round", round);
        details.put("items", items.stream().map(CorrectionItem::key).toList());
        details.put("deadline", deadline.toString());
        return details;
    }
}
