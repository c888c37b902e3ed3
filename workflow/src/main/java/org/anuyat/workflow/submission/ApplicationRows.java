package org.anuyat.workflow.submission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How applications lie in the database. */
final class ApplicationRows implements RowMapper<Application> {

    /** What {@link #mapRow} reads, from the table {@code application}. */
    static final String COLUMNS =
            """
            id, number, agency, service_id, service_version, applicant_id, applicant_name, state,
            entered_at, received_at, answers::text as answers, version,
            (select jsonb_agg(jsonb_build_object('id', a.id, 'documentKey', a.document_key, 'file', f.id, 'name', f.name,
                    'mediaType', f.media_type, 'size', f.size, 'sha256', f.sha256) order by a.position)::text
                from application_attachment a join file f on f.id = a.file_id
                where a.application_id = application.id) as attachments
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final JsonMapper json;

    ApplicationRows(JdbcClient jdbc, JdbcTemplate batches, JsonMapper json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
    }

    @Override
    public Application mapRow(ResultSet row, int index) throws SQLException {
        String attachments = row.getString("attachments");
        return new Application(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getString("agency"),
                row.getString("service_id"),
                row.getInt("service_version"),
                row.getString("applicant_id"),
                row.getString("applicant_name"),
                ApplicationState.valueOf(row.getString("state")),
                row.getTimestamp("entered_at").toInstant(),
                row.getTimestamp("received_at").toInstant(),
                json.readValue(row.getString("answers"), ObjectNode.class),
                attachments == null ? List.of() : json.readValue(attachments, new TypeReference<List<Attachment>>() {}),
                row.getInt("version"));
    }

    void insert(Application application, @Nullable UUID draft, @Nullable String forwardedFrom) {
        jdbc.sql(
                        """
                        insert into application (id, number, agency, draft_id, service_id, service_version, applicant_id,
                            applicant_name, state, entered_at, received_at, answers, forwarded_from)
                        values (:id, :number, :agency, :draft, :service, :serviceVersion, :applicant,
                            :applicantName, :state, :entered, :received, :answers::jsonb, :from)
                        """)
                .param("id", application.id())
                .param("number", application.number())
                .param("agency", application.agency())
                .param("draft", draft, Types.OTHER)
                .param("from", forwardedFrom, Types.VARCHAR)
                .param("service", application.serviceId())
                .param("serviceVersion", application.serviceVersion())
                .param("applicant", application.applicantId())
                .param("applicantName", application.applicantName())
                .param("state", application.state().name())
                .param("entered", Timestamp.from(application.enteredAt()))
                .param("received", Timestamp.from(application.receivedAt()))
                .param("answers", application.answers().toString())
                .update();
    }

    void writeAttachments(Application application) {
        List<Object[]> rows = new ArrayList<>();
        for (Attachment attachment : application.attachments()) {
            rows.add(new Object[] {
                attachment.id(),
                application.agency(),
                application.id(),
                attachment.documentKey(),
                attachment.file(),
                rows.size()
            });
        }
        batches.batchUpdate(
                """
                insert into application_attachment (id, agency, application_id, document_key, file_id, position)
                values (?, ?, ?, ?, ?, ?)
                """,
                rows);
    }

    int revise(Application old, ObjectNode answers, List<Attachment> attachments, Instant at, String madeBy) {
        Application revised = with(old, answers, attachments);
        jdbc.sql("update application set answers = ?::jsonb, version = version + 1 where id = ?")
                .params(answers.toString(), old.id())
                .update();
        jdbc.sql("delete from application_attachment where application_id = ?")
                .param(old.id())
                .update();
        writeAttachments(revised);
        int revision = jdbc.sql("select max(revision) + 1 from application_revision where application_id = ?")
                .param(old.id())
                .query(Integer.class)
                .single();
        keepRevision(revised, revision, at, madeBy);
        return revision;
    }

    void keepRevision(Application application, int revision, Instant at, String madeBy) {
        jdbc.sql(
                        """
                        insert into application_revision
                            (application_id, revision, agency, made_at, made_by, answers, attachments)
                        values (?, ?, ?, ?, ?, ?::jsonb, ?::jsonb)
                        """)
                .params(
                        application.id(),
                        revision,
                        application.agency(),
                        Timestamp.from(at),
                        madeBy,
                        application.answers().toString(),
                        json.writeValueAsString(application.attachments()))
                .update();
    }

    List<Application.Revision> revisions(UUID application) {
        return jdbc.sql(
                        """
                        select revision, made_at, made_by, answers::text, attachments::text from application_revision
                        where application_id = ? order by revision
                        """)
                .param(application)
                .query((row, index) -> new Application.Revision(
                        row.getInt("revision"),
                        row.getTimestamp("made_at").toInstant(),
                        row.getString("made_by"),
                        json.readValue(row.getString("answers"), ObjectNode.class),
                        json.readValue(row.getString("attachments"), new TypeReference<List<Attachment>>() {})))
                .list();
    }

    private static Application with(Application a, ObjectNode answers, List<Attachment> attachments) {
        return new Application(
                a.id(),
                a.number(),
                a.agency(),
                a.serviceId(),
                a.serviceVersion(),
                a.applicantId(),
                a.applicantName(),
                a.state(),
                a.enteredAt(),
                a.receivedAt(),
                answers,
                attachments,
                a.version());
    }
}
