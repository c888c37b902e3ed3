package org.anuyat.workflow.submission.corrections;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.anuyat.workflow.submission.Application;
import org.anuyat.workflow.submission.Attachment;
import org.anuyat.workflow.submission.corrections.Correction.Item;
import org.anuyat.workflow.submission.corrections.CorrectionItem.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How rounds of corrections lie in the database. */
@Component
class CorrectionRows {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    CorrectionRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    UUID insert(Application application, Instant at, String by, Instant deadline) {
        UUID id = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into correction (id, agency, application_id, round, opened_at, opened_by, deadline, answers)
                        select ?, ?, ?, count(*) + 1, ?, ?, ?, ?::jsonb from correction where application_id = ?
                        """)
                .params(
                        id,
                        application.agency(),
                        application.id(),
                        Timestamp.from(at),
                        by,
                        Timestamp.from(deadline),
                        application.answers().toString(),
                        application.id())
                .update();
        return id;
    }

    void addItem(UUID correction, String agency, CorrectionItem item, boolean consequence) {
        jdbc.sql(
                        """
                        insert into correction_item (correction_id, agency, kind, key, position, remark, consequence)
                        select ?, ?, ?, ?, count(*), ?, ? from correction_item where correction_id = ?
                        """)
                .params(
                        correction,
                        agency,
                        item.kind().name(),
                        item.key(),
                        item.remark(),
                        consequence,
                        correction)
                .update();
    }

    void removeItem(UUID correction, CorrectionItem item) {
        jdbc.sql("delete from correction_item where correction_id = ? and kind = ? and key = ?")
                .params(correction, item.kind().name(), item.key())
                .update();
    }

    Optional<Correction> open(String number) {
        return jdbc.sql(
                        """
                        select c.id, c.round, c.opened_at, c.deadline, c.answers::text as answers, c.version
                        from correction c join application a on a.id = c.application_id
                        where a.number = ? and c.closed_at is null
                        """)
                .param(number)
                .query((row, index) -> {
                    UUID id = row.getObject("id", UUID.class);
                    return new Correction(
                            id,
                            number,
                            row.getInt("round"),
                            row.getTimestamp("opened_at").toInstant(),
                            row.getTimestamp("deadline").toInstant(),
                            json.readValue(row.getString("answers"), ObjectNode.class),
                            items(id),
                            row.getInt("version"));
                })
                .optional();
    }

    List<Change> changes(String number) {
        return jdbc.sql(
                        """
                        select c.round, c.resubmitted_at, i.kind, i.key, i.remark, i.before::text, i.after::text
                        from correction c join application a on a.id = c.application_id
                            join correction_item i on i.correction_id = c.id
                        where a.number = ? and c.resubmitted_at is not null
                        order by c.round desc, i.position
                        """)
                .param(number)
                .query((row, index) -> new Change(
                        row.getInt("round"),
                        row.getTimestamp("resubmitted_at").toInstant(),
                        asked(row),
                        node(row.getString("before")),
                        node(row.getString("after"))))
                .list();
    }

    void saveAnswers(UUID correction, ObjectNode answers) {
        jdbc.sql("update correction set answers = ?::jsonb, version = version + 1 where id = ?")
                .params(answers.toString(), correction)
                .update();
    }

    void touch(UUID correction) {
        jdbc.sql("update correction set version = version + 1 where id = ?")
                .param(correction)
                .update();
    }

    void markDone(UUID correction, CorrectionItem item, boolean done) {
        jdbc.sql("update correction_item set done = ? where correction_id = ? and kind = ? and key = ?")
                .params(done, correction, item.kind().name(), item.key())
                .update();
    }

    void addFile(UUID correction, String agency, Attachment file, Instant at) {
        jdbc.sql(
                        """
                        insert into correction_attachment (id, agency, correction_id, document_key, file_id, added_at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(file.id(), agency, correction, file.documentKey(), file.file(), Timestamp.from(at))
                .update();
    }

    void removeFile(UUID attachment) {
        jdbc.sql("delete from correction_attachment where id = ?").param(attachment).update();
    }

    void keepChange(UUID correction, CorrectionItem item, @Nullable JsonNode before, @Nullable JsonNode after) {
        jdbc.sql(
                        """
                        update correction_item set before = :before::jsonb, after = :after::jsonb
                        where correction_id = :correction and kind = :kind and key = :key
                        """)
                .param("before", before == null ? null : before.toString(), Types.VARCHAR)
                .param("after", after == null ? null : after.toString(), Types.VARCHAR)
                .param("correction", correction)
                .param("kind", item.kind().name())
                .param("key", item.key())
                .update();
    }

    void close(UUID application, Instant at, boolean resubmitted) {
        jdbc.sql(
                        """
                        update correction set closed_at = :at, resubmitted_at = case when :resubmitted then :at::timestamptz end
                        where application_id = :application and closed_at is null
                        """)
                .param("at", Timestamp.from(at))
                .param("resubmitted", resubmitted)
                .param("application", application)
                .update();
    }

    private List<Item> items(UUID correction) {
        Map<String, List<Attachment>> files = files(correction);
        return jdbc.sql(
                        """
                        select kind, key, remark, consequence, done from correction_item
                        where correction_id = ? order by consequence, position
                        """)
                .param(correction)
                .query((row, index) -> {
                    CorrectionItem asked = asked(row);
                    return new Item(
                            asked,
                            row.getBoolean("consequence"),
                            row.getBoolean("done"),
                            asked.kind() == Kind.DOCUMENT ? files.getOrDefault(asked.key(), List.of()) : List.of());
                })
                .list();
    }

    private Map<String, List<Attachment>> files(UUID correction) {
        return jdbc
                .sql(
                        """
                        select a.id, a.document_key, a.file_id, f.name, f.media_type, f.size, f.sha256
                        from correction_attachment a join file f on f.id = a.file_id
                        where a.correction_id = ? order by a.added_at, a.id
                        """)
                .param(correction)
                .query((row, index) -> new Attachment(
                        row.getObject("id", UUID.class),
                        row.getString("document_key"),
                        row.getObject("file_id", UUID.class),
                        row.getString("name"),
                        row.getString("media_type"),
                        row.getLong("size"),
                        row.getString("sha256")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Attachment::documentKey));
    }

    private static CorrectionItem asked(ResultSet row) throws SQLException {
        return new CorrectionItem(Kind.valueOf(row.getString("kind")), row.getString("key"), row.getString("remark"));
    }

    private @Nullable JsonNode node(@Nullable String text) {
        return text == null ? null : json.readTree(text);
    }
}
