package org.anuyat.workflow.review.inspection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.anuyat.workflow.acts.Actor;
import org.anuyat.workflow.files.StoredFile;
import org.anuyat.workflow.identity.Officer;
import org.anuyat.workflow.review.cases.ReviewCase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How inspections lie in the database. */
@Component
class InspectionRows {

    private final JdbcClient jdbc;

    InspectionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Inspection> of(String number) {
        return jdbc.sql(
                        """
                        select i.*, r.reason, r.ordered_name, r.ordered_at
                          from inspection i left join reinspection r using (application_number, sequence)
                         where i.application_number = :number order by i.sequence desc""")
                .param("number", number)
                .query(InspectionRows::row)
                .list();
    }

    List<Photo> photos(String number) {
        return jdbc.sql(
                        """
                        select p.sequence, p.file_id, f.name, f.media_type, f.sha256, p.caption, p.added_name, p.added_at
                          from inspection_photo p join file f on f.id = p.file_id
                         where p.application_number = :number order by p.added_at, p.file_id""")
                .param("number", number)
                .query((row, index) -> new Photo(
                        row.getInt("sequence"),
                        row.getObject("file_id", UUID.class),
                        row.getString("name"),
                        row.getString("media_type"),
                        row.getString("sha256"),
                        row.getString("caption"),
                        row.getString("added_name"),
                        row.getTimestamp("added_at").toInstant()))
                .list();
    }

    /** Photographs that were added before the appointment was moved go with it. */
    void appoint(ReviewCase of, Instant at, Officer inspector, String note, Actor by, Instant now) {
        jdbc.sql("update inspection set superseded = true"
                        + " where application_number = :number and not superseded and passed is null")
                .param("number", of.number())
                .update();
        jdbc.sql(
                        """
                        insert into inspection (application_number, sequence, agency, at, inspector, inspector_name, note,
                                                appointed_by, appointed_name, appointed_at)
                        select :number, count(*) + 1, :agency, :at, :inspector, :inspectorName, :note, :by, :name, :now
                          from inspection where application_number = :number""")
                .param("number", of.number())
                .param("agency", of.agency())
                .param("at", Timestamp.from(at))
                .param("inspector", inspector.subject())
                .param("inspectorName", inspector.displayName())
                .param("note", note)
                .param("by", by.id())
                .param("name", by.displayName())
                .param("now", Timestamp.from(now))
                .update();
        jdbc.sql(
                        """
                        update inspection_photo p
                           set sequence = (select max(sequence) from inspection where application_number = :number)
                          from inspection i
                         where i.application_number = p.application_number and i.sequence = p.sequence and i.superseded
                           and p.application_number = :number""")
                .param("number", of.number())
                .update();
    }

    void record(ReviewCase of, boolean passed, String findings, Actor by, Instant now) {
        jdbc.sql(
                        """
                        update inspection set passed = :passed, findings = :findings, recorded_by = :by,
                               recorded_name = :name, recorded_at = :now
                         where application_number = :number and not superseded and passed is null""")
                .param("passed", passed)
                .param("findings", findings)
                .param("by", by.id())
                .param("name", by.displayName())
                .param("now", Timestamp.from(now))
                .param("number", of.number())
                .update();
    }

    void add(ReviewCase of, int sequence, StoredFile photo, String caption, Actor by, Instant now) {
        jdbc.sql(
                        """
                        insert into inspection_photo (file_id, application_number, sequence, agency, caption, added_by, added_name,
                                                      added_at)
                        values (:file, :number, :sequence, :agency, :caption, :by, :name, :now)""")
                .param("sequence", sequence)
                .param("file", photo.id())
                .param("number", of.number())
                .param("agency", of.agency())
                .param("caption", caption)
                .param("by", by.id())
                .param("name", by.displayName())
                .param("now", Timestamp.from(now))
                .update();
    }

    void order(ReviewCase of, int sequence, String reason, Actor by, Instant now) {
        jdbc.sql(
                        """
                        insert into reinspection (application_number, sequence, agency, reason, ordered_by, ordered_name, ordered_at)
                        values (:number, :sequence, :agency, :reason, :by, :name, :now)""")
                .param("number", of.number())
                .param("sequence", sequence)
                .param("agency", of.agency())
                .param("reason", reason)
                .param("by", by.id())
                .param("name", by.displayName())
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Whether there was one to remove; those of an inspection with a result stay. */
    boolean remove(String number, int sequence, UUID file) {
        return jdbc.sql("delete from inspection_photo"
                                + " where application_number = :number and sequence = :sequence and file_id = :file")
                        .param("number", number)
                        .param("sequence", sequence)
                        .param("file", file)
                        .update()
                > 0;
    }

    private static Inspection row(ResultSet row, int index) throws SQLException {
        Timestamp ordered = row.getTimestamp("ordered_at");
        Timestamp recorded = row.getTimestamp("recorded_at");
        return new Inspection(
                row.getInt("sequence"),
                row.getTimestamp("at").toInstant(),
                row.getString("inspector"),
                row.getString("inspector_name"),
                row.getString("note"),
                row.getString("appointed_name"),
                row.getTimestamp("appointed_at").toInstant(),
                row.getBoolean("superseded"),
                recorded == null
                        ? null
                        : new Inspection.Result(
                                row.getBoolean("passed"),
                                row.getString("findings"),
                                row.getString("recorded_name"),
                                recorded.toInstant()),
                ordered == null
                        ? null
                        : new Inspection.Repetition(
                                row.getString("reason"), row.getString("ordered_name"), ordered.toInstant()));
    }
}
