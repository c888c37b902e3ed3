package org.anuyat.workflow.identity;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An officer of an agency (เจ้าหน้าที่).
 *
 * @param subject the account's stable identifier
 * @param displayName the Thai name with title, as orders and opinions show it
 * @param displayNameEn the name in Latin letters
 * @param position ตำแหน่ง
 * @param agency the agency's code
 * @param roles what the officer may do; at least one
 */
public record Officer(
        String subject,
        String username,
        String displayName,
        String displayNameEn,
        String position,
        String agency,
        @Nullable String email,
        @Nullable String phone,
        Set<Role> roles) {

    public Officer {
        roles = Set.copyOf(roles);
    }

    /** Whether the officer holds the role. */
    public boolean is(Role role) {
        return roles.contains(role);
    }
}
