package org.anuyat.workflow.identity.staff;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.anuyat.workflow.acts.Actor;
import org.anuyat.workflow.acts.Deed;

/**
 * An administrator entered an officer (เพิ่มบัญชีเจ้าหน้าที่).
 *
 * @param officer the name
 * @param roles names of roles
 */
public record OfficerAdded(String agency, Actor actor, Instant at, String officer, String username, String position, List<String> roles) implements Deed {

    public OfficerAdded {
        roles = List.copyOf(roles);
    }

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("officer", officer);
        details.put("username", username);
        details.put("position", position);
        details.put("roles", roles);
        return details;
    }
}
