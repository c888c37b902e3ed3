package org.anuyat.workflow.submission.corrections;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.anuyat.workflow.submission.Attachment;
import org.anuyat.workflow.submission.corrections.Correction.Item;
import org.anuyat.workflow.submission.corrections.CorrectionItem.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How rounds of corrections lie in the database. */
final class CorrectionRows {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    CorrectionRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void insertItems(UUID correction, String agency, List<CorrectionItem> items) {
        int position = 0;
        for (CorrectionItem item : items) {
            jdbc.sql(
                            """
                            insert into correction_item (correction_id, agency, kind, key, position, remark)
                            values (?, ?, ?, ?, ?, ?)
                            """)
                    .params(correction, agency, item.kind().name(), item.key(), position++, item.remark())
                    .update();
        }
    }

    Optional<Correction> open(String number) {
        return jdbc.sql(
                        """
                        select c.id, c.round, c.opened_at, c.deadline, c.version
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

    /** What was prepared changed: false when somebody else was faster. */
    boolean nextVersion(UUID correction, int version) {
        return jdbc.sql("update correction set version = version + 1 where id = ? and version = ? and closed_at is null")
                        .params(correction, version)
                        .update()
                == 1;
    }

    void prepare(UUID correction, String key, @Nullable JsonNode value) {
        jdbc.sql("update correction_item set prepared = ?::jsonb where correction_id = ? and kind = 'FIELD' and key = ?")
                .params(value == null ? null : value.toString(), correction, key)
                .update();
    }

    void keepChange(UUID correction, CorrectionItem item, @Nullable JsonNode before, @Nullable JsonNode after) {
        jdbc.sql(
                        """
                        update correction_item set before = ?::jsonb, after = ?::jsonb
                        where correction_id = ? and kind = ? and key = ?
                        """)
                .params(
                        before == null ? null : before.toString(),
                        after == null ? null : after.toString(),
                        correction,
                        item.kind().name(),
                        item.key())
                .update();
    }

    void resubmitted(UUID correction, Timestamp at) {
        jdbc.sql("update correction set resubmitted_at = ?, closed_at = ? where id = ?")
                .params(at, at, correction)
                .update();
    }

    private List<Item> items(UUID correction) {
        Map<String, List<Attachment>> files = files(correction);
        return jdbc.sql(
                        """
                        select kind, key, remark, prepared::text from correction_item
                        where correction_id = ? order by position
                        """)
                .param(correction)
                .query((row, index) -> {
                    CorrectionItem asked = asked(row);
                    return new Item(
                            asked,
                            node(row.getString("prepared")),
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
