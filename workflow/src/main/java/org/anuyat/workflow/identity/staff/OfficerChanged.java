package org.anuyat.workflow.identity.staff;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.anuyat.workflow.acts.Actor;
import org.anuyat.workflow.acts.Deed;

/**
 * An administrator changed name, position or roles of an officer (แก้ไขบัญชีเจ้าหน้าที่).
 *
 * @param officer the name as it is now
 * @param rolesBefore names of the roles until now
 * @param roles names of the roles from now on
 */
public record OfficerChanged(String agency, Actor actor, Instant at, String officer, String username, String position, List<String> rolesBefore, List<String> roles) implements Deed {

    public OfficerChanged {
        rolesBefore = List.copyOf(rolesBefore);
        roles = List.copyOf(roles);
    }

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("officer", officer);
        details.put("username", username);
        details.put("position", position);
        details.put("rolesBefore", rolesBefore);
        details.put("roles", roles);
        return details;
    }
}
