package org.anuyat.workflow.submission.drafts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
            created_at, changed_at, expires_at, submitted_at,
            (select jsonb_agg(jsonb_build_object('id', a.id, 'documentKey', a.document_key, 'file', f.id, 'name', f.name,
                    'mediaType', f.media_type, 'size', f.size, 'sha256', f.sha256) order by a.added_at, a.id)::text
                from draft_attachment a join file f on f.id = a.file_id
                where a.draft_id = draft.id) as attachments
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    DraftRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<Draft> find(UUID id, boolean forUpdate) {
        if (forUpdate) {
            // a statement of its own: one that waited for the lock would read the attachments as they were before
            jdbc.sql("select id from draft where id = ? for update")
                    .param(id)
                    .query(UUID.class)
                    .optional();
        }
        return jdbc.sql("select " + COLUMNS + " from draft where id = ?")
                .param(id)
                .query(this)
                .optional();
    }

    List<Draft> openOf(String ownerId, Instant now) {
        return jdbc.sql("select " + COLUMNS
                        + """
                         from draft where owner_id = ? and submitted_at is null and expires_at > ?
                        order by changed_at desc, id
                        """)
                .params(ownerId, Timestamp.from(now))
                .query(this)
                .list();
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
        String attachments = row.getString("attachments");
        return new Draft(
                row.getObject("id", UUID.class),
                row.getString("agency"),
                row.getString("service_id"),
                row.getInt("service_version"),
                row.getString("owner_id"),
                row.getInt("version"),
                json.readValue(row.getString("answers"), ObjectNode.class),
                json.readValue(row.getString("pages"), new TypeReference<Map<String, PageState>>() {}),
                attachments == null ? List.of() : json.readValue(attachments, new TypeReference<List<Attachment>>() {}),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("changed_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                submitted == null ? null : submitted.toInstant());
    }
}
