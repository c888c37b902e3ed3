package org.anuyat.workflow.identity.staff;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.anuyat.workflow.acts.Actor;
import org.anuyat.workflow.acts.Deed;

/**
 * An administrator ended an officer's access (สิ้นสุดสิทธิการใช้งาน).
 *
 * @param officer the name
 * @param lastDay of access
 */
public record AccessEnded(String agency, Actor actor, Instant at, String officer, String username, LocalDate lastDay, String reason) implements Deed {

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("officer", officer);
        details.put("username", username);
        details.put("lastDay", lastDay.toString());
        details.put("reason", reason);
        return details;
    }
}
