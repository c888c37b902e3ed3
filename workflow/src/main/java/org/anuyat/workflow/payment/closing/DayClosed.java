package org.anuyat.workflow.payment.closing;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.anuyat.workflow.acts.Actor;
import org.anuyat.workflow.acts.Deed;

/** A finance officer closed a day (ปิดยอดประจำวัน). */
public record DayClosed(String agency, Actor actor, Instant at, DayFigures figures, String note) implements Deed {

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("day", figures.effectiveOn().toString());
        details.put("file", figures.file().toString());
        details.put("amountSatang", figures.creditSatang());
        details.put("differences", figures.differences().size());
        if (!note.isEmpty()) {
            details.put("note", note);
        }
        return details;
    }
}
