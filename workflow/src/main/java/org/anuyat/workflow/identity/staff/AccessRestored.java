package org.anuyat.workflow.identity.staff;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.anuyat.workflow.acts.Actor;
import org.anuyat.workflow.acts.Deed;

/**
 * An administrator gave an officer access again (คืนสิทธิการใช้งาน).
 *
 * @param officer the name
 */
public record AccessRestored(String agency, Actor actor, Instant at, String officer, String username) implements Deed {

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("officer", officer);
        details.put("username", username);
        return details;
    }
}
