package org.anuyat.workflow.issuance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Rows of the table {@code permit}. */
class PermitRows implements RowMapper<Permit> {

    private static final TypeReference<LinkedHashMap<String, String>> PARTICULARS = new TypeReference<>() {};

    private final JsonMapper json;

    PermitRows(JsonMapper json) {
        this.json = json;
    }

    @Override
    public Permit mapRow(ResultSet row, int index) throws SQLException {
        return new Permit(
                row.getString("number"),
                row.getString("agency"),
                row.getString("application_number"),
                row.getString("service_id"),
                row.getInt("service_version"),
                row.getString("holder_id"),
                row.getString("holder_name"),
                row.getObject("issued_on", LocalDate.class),
                row.getObject("expires_on", LocalDate.class),
                row.getString("token"),
                particulars(row.getString("particulars")),
                row.getObject("unsealed_file", UUID.class),
                row.getObject("signed_file", UUID.class),
                row.getObject("sealed_file", UUID.class),
                row.getString("sealed_sha256"),
                instant(row.getTimestamp("sealed_at")),
                instant(row.getTimestamp("issued_at")),
                row.getString("signed_token"));
    }

    private Map<String, String> particulars(String text) {
        return json.readValue(text, PARTICULARS);
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
