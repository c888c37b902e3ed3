package org.anuyat.workflow.submission.drafts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.anuyat.workflow.submission.Attachment;
import org.anuyat.workflow.submission.drafts.Draft.PageState;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How drafts lie in the database. */
@Component
class DraftRows implements RowMapper<Draft> {

    private static final String COLUMNS =
            """
            id, agency, service_id, service_version, owner_id, version, answers::text as answers, pages::text as pages,
            created_at, changed_at, expires_at, submitted_at
            """;

    private record Owned(UUID draft, Attachment attachment) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;

    DraftRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<Draft> find(UUID id, boolean forUpdate) {
        List<Draft> found = jdbc.sql("select " + COLUMNS + " from draft where id = ?" + (forUpdate ? " for update" : ""))
                .param(id)
                .query(this)
                .list();
        return withAttachments(found).stream().findFirst();
    }

    List<Draft> openOf(String ownerId, Instant now) {
        return withAttachments(jdbc.sql("select " + COLUMNS
                        + """
                         from draft where owner_id = ? and submitted_at is null and expires_at > ?
                        order by changed_at desc, id
                        """)
                .params(ownerId, Timestamp.from(now))
                .query(this)
                .list());
    }

    void insert(Draft draft) {
        jdbc.sql(
                        """
                        insert into draft (id, agency, service_id, service_version, owner_id, version, answers, pages,
                            created_at, changed_at, expires_at)
                        values (?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?)
                        """)
                .params(
                        draft.id(),
                        draft.agency(),
                        draft.serviceId(),
                        draft.serviceVersion(),
                        draft.ownerId(),
                        draft.version(),
                        draft.answers().toString(),
                        json.writeValueAsString(draft.pages()),
                        Timestamp.from(draft.createdAt()),
                        Timestamp.from(draft.changedAt()),
                        Timestamp.from(draft.expiresAt()))
                .update();
    }

    void save(UUID id, ObjectNode answers, Map<String, PageState> pages, Instant at, Instant expires) {
        jdbc.sql(
                        """
                        update draft set answers = ?::jsonb, pages = ?::jsonb, version = version + 1,
                            changed_at = ?, expires_at = ?
                        where id = ?
                        """)
                .params(
                        answers.toString(),
                        json.writeValueAsString(pages),
                        Timestamp.from(at),
                        Timestamp.from(expires),
                        id)
                .update();
    }

    void touch(UUID id, Instant at, Instant expires) {
        jdbc.sql("update draft set version = version + 1, changed_at = ?, expires_at = ? where id = ?")
                .params(Timestamp.from(at), Timestamp.from(expires), id)
                .update();
    }

    void markSubmitted(UUID id, Instant at) {
        jdbc.sql("update draft set submitted_at = ? where id = ?")
                .params(Timestamp.from(at), id)
                .update();
    }

    void addAttachment(Draft draft, Attachment attachment, Instant at) {
        jdbc.sql(
                        """
                        insert into draft_attachment (id, agency, draft_id, document_key, file_id, added_at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        attachment.id(),
                        draft.agency(),
                        draft.id(),
                        attachment.documentKey(),
                        attachment.file(),
                        Timestamp.from(at))
                .update();
    }

    void removeAttachment(UUID attachment) {
        jdbc.sql("delete from draft_attachment where id = ?").param(attachment).update();
    }

    void remove(UUID id) {
        jdbc.sql("delete from draft where id = ?").param(id).update();
    }

    List<UUID> expired(Instant now, int most) {
        return jdbc.sql(
                        """
                        select id from draft where submitted_at is null and expires_at <= ?
                        order by expires_at limit ? for update skip locked
                        """)
                .params(Timestamp.from(now), most)
                .query(UUID.class)
                .list();
    }

    @Override
    public Draft mapRow(ResultSet row, int index) throws SQLException {
        Timestamp submitted = row.getTimestamp("submitted_at");
        return new Draft(
                row.getObject("id", UUID.class),
                row.getString("agency"),
                row.getString("service_id"),
                row.getInt("service_version"),
                row.getString("owner_id"),
                row.getInt("version"),
                json.readValue(row.getString("answers"), ObjectNode.class),
                json.readValue(row.getString("pages"), new TypeReference<Map<String, PageState>>() {}),
                List.of(),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("changed_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                submitted == null ? null : submitted.toInstant());
    }

    private List<Draft> withAttachments(List<Draft> drafts) {
        if (drafts.isEmpty()) {
            return drafts;
        }
        Map<UUID, List<Attachment>> attachments = jdbc
                .sql(
                        """
                        select a.draft_id, a.id, a.document_key, a.file_id, f.name, f.media_type, f.size, f.sha256
                        from draft_attachment a join file f on f.id = a.file_id
                        where a.draft_id in (:drafts) order by a.added_at, a.id
                        """)
                .param("drafts", drafts.stream().map(Draft::id).toList())
                .query((row, index) -> new Owned(
                        row.getObject("draft_id", UUID.class),
                        new Attachment(
                                row.getObject("id", UUID.class),
                                row.getString("document_key"),
                                row.getObject("file_id", UUID.class),
                                row.getString("name"),
                                row.getString("media_type"),
                                row.getLong("size"),
                                row.getString("sha256"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Owned::draft, Collectors.mapping(Owned::attachment, Collectors.toList())));
        return drafts.stream()
                .map(d -> new Draft(
                        d.id(),
                        d.agency(),
                        d.serviceId(),
                        d.serviceVersion(),
                        d.ownerId(),
                        d.version(),
                        d.answers(),
                        d.pages(),
                        attachments.getOrDefault(d.id(), List.of()),
                        d.createdAt(),
                        d.changedAt(),
                        d.expiresAt(),
                        d.submittedAt()))
                .toList();
    }
}
