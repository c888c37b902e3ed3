package org.anuyat.workflow.identity.staff;

import java.util.Locale;
import java.util.Set;
import org.anuyat.workflow.identity.Role;
import org.jspecify.annotations.Nullable;

/**
 * What is entered about an officer.
 *
 * @param username by which the identity provider knows the officer: its user name or e-mail address; kept in small letters
 * @param title คำนำหน้านาม; may be empty
 * @param firstName in Thai
 * @param lastName in Thai
 * @param nameEn the whole name in Latin letters; may be empty
 * @param position ตำแหน่ง, as orders and opinions show it
 * @param roles at least one
 */
public record Particulars(
        String username,
        String title,
        String firstName,
        String lastName,
        String nameEn,
        String position,
        @Nullable String email,
        Set<Role> roles) {

    /** Puts the user name into small letters and refuses what lacks something. */
    public Particulars {
        username = username.strip().toLowerCase(Locale.ROOT);
        roles = Set.copyOf(roles);
        if (username.isEmpty() || firstName.isBlank() || lastName.isBlank() || position.isBlank() || roles.isEmpty()) {
            throw new IllegalArgumentException("an officer has a user name, a name, a position and a role");
        }
        if (roles.contains(Role.CITIZEN)) {
            throw new IllegalArgumentException("an officer acts as a citizen by another account");
        }
    }

    /** As orders and opinions show it. */
    public String displayName() {
        return title + firstName + " " + lastName;
    }

    /**
     * Whether the roles may be in one hand. Who gives out roles has no part in cases, so that nobody can open a door for
     * themselves and go through it.
     */
    public boolean isSeparated() {
        return !roles.contains(Role.ADMINISTRATOR) || Set.of(Role.ADMINISTRATOR, Role.DESIGNER).containsAll(roles);
    }
}
