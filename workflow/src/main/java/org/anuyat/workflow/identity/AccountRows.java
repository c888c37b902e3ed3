package org.anuyat.workflow.identity;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Reads rows of the account table. */
final class AccountRows {

    private final NationalIdSeal seal;
    private final JsonMapper json;

    AccountRows(NationalIdSeal seal, JsonMapper json) {
        this.seal = seal;
        this.json = json;
    }

    Person person(ResultSet row, int number) throws SQLException {
        byte @Nullable [] sealed = row.getBytes("national_id_sealed");
        @Nullable String address = row.getString("address");
        return new Person(
                row.getString("id"),
                row.getString("title"),
                row.getString("first_name"),
                row.getString("last_name"),
                row.getString("name_en"),
                sealed == null ? null : seal.open(sealed),
                row.getObject("birth_date", LocalDate.class),
                row.getString("email"),
                row.getString("phone"),
                address == null ? null : json.readValue(address, PostalAddress.class),
                AssuranceLevel.valueOf(row.getString("assurance")),
                AuthenticatorLevel.valueOf(row.getString("authenticator")));
    }

    Officer officer(ResultSet row, int number) throws SQLException {
        @Nullable String title = row.getString("title");
        @Nullable String nameEn = row.getString("name_en");
        String name = (title == null ? "" : title) + row.getString("first_name") + " " + row.getString("last_name");
        return new Officer(
                row.getString("id"),
                row.getString("username"),
                name,
                nameEn == null ? name : nameEn,
                row.getString("position_title"),
                row.getString("agency"),
                row.getString("email"),
                row.getString("phone"),
                roles(row.getArray("roles")));
    }

    private static Set<Role> roles(Array array) throws SQLException {
        return Arrays.stream((String[]) array.getArray()).map(Role::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
