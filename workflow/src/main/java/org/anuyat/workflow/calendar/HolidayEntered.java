package org.anuyat.workflow.calendar;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.anuyat.workflow.acts.Actor;
import org.anuyat.workflow.acts.Deed;

/**
 * A holiday was entered or changed (เพิ่มหรือแก้ไขวันหยุดราชการ).
 *
 * @param agency the agency of who did it, also when the holiday is one of every agency
 * @param holiday as it is now
 */
public record HolidayEntered(String agency, Actor actor, Instant at, Holiday holiday) implements Deed {

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("day", holiday.day().toString());
        details.put("everyAgency", holiday.agency() == null);
        details.put("kind", holiday.kind().name());
        details.put("nameTh", holiday.nameTh());
        details.put("nameEn", holiday.nameEn());
        details.put("source", holiday.source());
        return details;
    }
}
