package org.anuyat.workflow.worklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.anuyat.workflow.identity.Role;

/** How rows become tasks. */
final class TaskRows {

    static final String COLUMNS =
            """
            id, application_number, agency, service_id, applicant_name, entered_at, received_at, kind, level, role, due_at,
            opened_at, claimed_by, claimed_name, claimed_at""";

    private TaskRows() {}

    static Task task(ResultSet row, int index) throws SQLException {
        String claimedBy = row.getString("claimed_by");
        return new Task(
                row.getLong("id"),
                new WorkedCase(
                        row.getString("application_number"),
                        row.getString("agency"),
                        row.getString("service_id"),
                        row.getString("applicant_name"),
                        instant(row, "entered_at"),
                        instant(row, "received_at")),
                TaskKind.valueOf(row.getString("kind")),
                row.getInt("level"),
                Role.valueOf(row.getString("role")),
                instant(row, "due_at"),
                instant(row, "opened_at"),
                claimedBy == null
                        ? null
                        : new Task.Claim(claimedBy, row.getString("claimed_name"), instant(row, "claimed_at")));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
