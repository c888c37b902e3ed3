package org.anuyat.workflow.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.anuyat.workflow.acts.Actor;
import org.anuyat.workflow.acts.Deed;

/**
 * A holiday was taken out of the table (ลบวันหยุดราชการ).
 *
 * @param agency the agency of who did it, also when the holiday was one of every agency
 */
public record HolidayRemoved(String agency, Actor actor, Instant at, LocalDate day, boolean everyAgency)
        implements Deed {

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("day", day.toString());
        details.put("everyAgency", everyAgency);
        return details;
    }
}
