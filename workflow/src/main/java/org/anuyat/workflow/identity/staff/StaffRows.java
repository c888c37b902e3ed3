package org.anuyat.workflow.identity.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.anuyat.workflow.identity.AssuranceLevel;
import org.anuyat.workflow.identity.AuthenticatorLevel;
import org.anuyat.workflow.identity.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How officers' accounts lie in the database. */
@Component
class StaffRows {

    private static final String OFFICERS = " from account where kind = 'OFFICER' and enabled and agency = :agency";

    private static final String MATCHING =
            """
            and (:text = '' or position(lower(:text) in lower(concat_ws(' ', username, title || first_name, last_name, name_en,
                                                                         position_title))) > 0)
            and (:role = '' or :role = any (roles))
            and (:ended or ends_on is null or ends_on >= :today)""";

    private final JdbcClient jdbc;

    StaffRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    StaffPage page(StaffQuery query, String agency, LocalDate today) {
        long total = matching("select count(*)" + OFFICERS + " " + MATCHING, query, agency, today)
                .query(Long.class)
                .single();
        List<StaffMember> members = matching(
                        "select *" + OFFICERS + " " + MATCHING + " order by first_name, last_name, id limit :size offset :start",
                        query,
                        agency,
                        today)
                .param("size", query.size())
                .param("start", (long) query.page() * query.size())
                .query(StaffRows::row)
                .list();
        return new StaffPage(members, total);
    }

    private JdbcClient.StatementSpec matching(String sql, StaffQuery query, String agency, LocalDate today) {
        return jdbc.sql(sql)
                .param("agency", agency)
                .param("text", query.text())
                .param("role", query.role() == null ? "" : query.role().name())
                .param("ended", query.withEnded())
                .param("today", today);
    }

    Optional<StaffMember> find(String agency, String subject) {
        try {
            return jdbc.sql("select *" + OFFICERS + " and id = :id")
                    .param("agency", agency)
                    .param("id", UUID.fromString(subject))
                    .query(StaffRows::row)
                    .optional();
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    /** The administrators of an agency, locked until the transaction ends: changes of accounts queue here. */
    List<StaffMember> lockAdministrators(String agency) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('staff/' || ?, 0))::text")
                .param(agency)
                .query(String.class)
                .optional();
        return jdbc.sql("select *" + OFFICERS + " and 'ADMINISTRATOR' = any (roles)")
                .param("agency", agency)
                .query(StaffRows::row)
                .list();
    }

    boolean isTaken(String username, @Nullable String bySubjectOtherThan) {
        return jdbc.sql("select exists (select 1 from account where username = :username and id is distinct from :id)")
                .param("username", username)
                .param("id", bySubjectOtherThan == null ? null : UUID.fromString(bySubjectOtherThan), Types.OTHER)
                .query(Boolean.class)
                .single();
    }

    void insert(UUID id, String agency, Particulars of, Instant now) {
        write(
                """
                insert into account (id, kind, provider_subject, username, title, first_name, last_name, name_en, email,
                    assurance, authenticator, position_title, agency, roles, created_at, changed_at)
                values (:id, 'OFFICER', :id, :username, :title, :firstName, :lastName, :nameEn, :email,
                    :assurance, :authenticator, :position, :agency, string_to_array(:roles, ','), :now, :now)
                """,
                id,
                agency,
                of,
                now);
    }

    void update(UUID id, String agency, Particulars of, Instant now) {
        write(
                """
                update account set username = :username, title = :title, first_name = :firstName, last_name = :lastName,
                    name_en = :nameEn, email = :email, position_title = :position, roles = string_to_array(:roles, ','),
                    version = version + 1, changed_at = :now
                where id = :id and agency = :agency
                """,
                id,
                agency,
                of,
                now);
    }

    void endOn(String subject, @Nullable LocalDate lastDay, Instant now) {
        jdbc.sql("update account set ends_on = :day, version = version + 1, changed_at = :now where id = :id")
                .param("day", lastDay, Types.DATE)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", UUID.fromString(subject))
                .update();
    }

    private void write(String sql, UUID id, String agency, Particulars of, Instant now) {
        jdbc.sql(sql)
                .param("id", id)
                .param("username", of.username())
                .param("title", of.title().isBlank() ? null : of.title().strip(), Types.VARCHAR)
                .param("firstName", of.firstName().strip())
                .param("lastName", of.lastName().strip())
                .param("nameEn", of.nameEn().isBlank() ? null : of.nameEn().strip(), Types.VARCHAR)
                .param("email", of.email(), Types.VARCHAR)
                .param("assurance", AssuranceLevel.values()[0].name())
                .param("authenticator", AuthenticatorLevel.values()[0].name())
                .param("position", of.position().strip())
                .param("agency", agency)
                .param("roles", of.roles().stream().map(Role::name).sorted().collect(Collectors.joining(",")))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static StaffMember row(ResultSet row, int index) throws SQLException {
        return new StaffMember(
                row.getString("id"),
                row.getString("agency"),
                new Particulars(
                        row.getString("username"),
                        Objects.requireNonNullElse(row.getString("title"), ""),
                        row.getString("first_name"),
                        row.getString("last_name"),
                        Objects.requireNonNullElse(row.getString("name_en"), ""),
                        row.getString("position_title"),
                        row.getString("email"),
                        Arrays.stream((String[]) row.getArray("roles").getArray())
                                .map(Role::valueOf)
                                .collect(Collectors.toUnmodifiableSet())),
                row.getObject("ends_on", LocalDate.class),
                row.getInt("version"));
    }
}
