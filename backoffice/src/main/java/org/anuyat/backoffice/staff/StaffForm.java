package org.anuyat.backoffice.staff;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anuyat.workflow.identity.Role;
import org.anuyat.workflow.identity.staff.Particulars;
import org.jspecify.annotations.Nullable;

/** What an administrator typed about an officer; nothing is null. */
record StaffForm(
        String username,
        String title,
        String firstName,
        String lastName,
        String nameEn,
        String position,
        String email,
        Set<String> roles) {

    private static final int LONGEST = 200;

    static final StaffForm EMPTY = new StaffForm("", "", "", "", "", "", "", Set.of());

    StaffForm(
            @Nullable String username,
            @Nullable String title,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String nameEn,
            @Nullable String position,
            @Nullable String email,
            @Nullable Set<String> roles) {
        this.username = plain(username);
        this.title = plain(title);
        this.firstName = plain(firstName);
        this.lastName = plain(lastName);
        this.nameEn = plain(nameEn);
        this.position = plain(position);
        this.email = plain(email);
        this.roles = roles == null ? Set.of() : new TreeSet<>(roles);
    }

    static StaffForm of(Particulars of) {
        return new StaffForm(
                of.username(),
                of.title(),
                of.firstName(),
                of.lastName(),
                of.nameEn(),
                of.position(),
                of.email(),
                of.roles().stream().map(Role::name).collect(Collectors.toSet()));
    }

    /** The roles that an officer can have, in the order of the procedure. */
    static Stream<Role> offered() {
        return Arrays.stream(Role.values()).filter(role -> role != Role.CITIZEN);
    }

    /** Keys of messages by the field that is wrong; empty when nothing is. */
    Map<String, String> wrong() {
        Map<String, String> wrong = new LinkedHashMap<>();
        Map.of("username", username, "firstName", firstName, "lastName", lastName, "position", position)
                .forEach((field, text) -> {
                    if (text.isEmpty()) {
                        wrong.put(field, "staff.missing." + field);
                    }
                });
        texts().forEach((field, text) -> {
            if (text.length() > LONGEST) {
                wrong.put(field, "staff.too-long");
            }
        });
        if (!username.isEmpty() && username.matches(".*\\s.*")) {
            wrong.put("username", "staff.wrong.username");
        }
        if (!email.isEmpty() && !email.matches("[^@\\s]+@[^@\\s]+")) {
            wrong.put("email", "staff.wrong.email");
        }
        Set<String> known = offered().map(Role::name).collect(Collectors.toSet());
        if (roles.isEmpty() || !known.containsAll(roles)) {
            wrong.put("roles", "staff.missing.roles");
        }
        return wrong;
    }

    Particulars particulars() {
        return new Particulars(
                username,
                title,
                firstName,
                lastName,
                nameEn,
                position,
                email.isEmpty() ? null : email,
                roles.stream().map(Role::valueOf).collect(Collectors.toSet()));
    }

    private Map<String, String> texts() {
        return Map.of(
                "username", username,
                "title", title,
                "firstName", firstName,
                "lastName", lastName,
                "nameEn", nameEn,
                "position", position,
                "email", email);
    }

    List<String> roleNames() {
        return List.copyOf(roles);
    }

    private static String plain(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "").strip();
    }
}
