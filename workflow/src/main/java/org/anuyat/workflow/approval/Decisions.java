package org.anuyat.workflow.approval;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.anuyat.workflow.approval.refusal.Hearing;
import org.anuyat.workflow.approval.refusal.RefusalGrounds;
import org.anuyat.workflow.review.opinion.Opinion;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The decisions that were made, at all levels. */
@Component
public class Decisions {

    private final JdbcClient jdbc;

    Decisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The decisions of a case, in the order in which they were made. */
    @Transactional(readOnly = true)
    public List<Decision> of(String number) {
        return jdbc.sql(
                        """
                        select opinion, level, kind, last_level, officer, officer_name, officer_position, remark, facts, law,
                               reasons, hearing, hearing_note, decided_at, decided_over_sha256
                          from decision where application_number = :number order by opinion, level""")
                .param("number", number)
                .query(Decisions::row)
                .list();
    }

    /** The refusal of a case, when it was refused. */
    @Transactional(readOnly = true)
    public Optional<Decision> refusal(String number) {
        return of(number).stream()
                .filter(decision -> decision.kind() == Decision.Kind.REFUSE)
                .findFirst();
    }

    /** Everything that lay before the approver, as it was recorded; its SHA-256 is {@link Decision#digest()}. */
    @Transactional(readOnly = true)
    public Optional<String> decidedOver(String number, int opinion, int level) {
        return jdbc.sql("select decided_over from decision"
                        + " where application_number = :number and opinion = :opinion and level = :level")
                .param("number", number)
                .param("opinion", opinion)
                .param("level", level)
                .query(String.class)
                .optional();
    }

    void write(String number, String agency, Decision decision, Opinion over, CaseFile file) {
        RefusalGrounds grounds = decision.grounds();
        jdbc.sql(
                        """
                        insert into decision (application_number, opinion, level, agency, kind, last_level, officer, officer_name,
                                              officer_position, recommender, remark, facts, law, reasons, hearing, hearing_note,
                                              decided_at, decided_over, decided_over_sha256)
                        values (:number, :opinion, :level, :agency, :kind, :last, :officer, :name, :position, :recommender,
                                :remark, :facts, :law, :reasons, :hearing, :hearingNote, :at, :over, :digest)""")
                .param("number", number)
                .param("opinion", decision.opinion())
                .param("level", decision.level())
                .param("agency", agency)
                .param("kind", decision.kind().name())
                .param("last", decision.last())
                .param("officer", decision.officerSubject())
                .param("name", decision.officer())
                .param("position", decision.position())
                .param("recommender", over.bySubject())
                .param("remark", decision.remark())
                .param("facts", grounds == null ? null : grounds.facts())
                .param("law", grounds == null ? null : grounds.law())
                .param("reasons", grounds == null ? null : grounds.reasons())
                .param("hearing", grounds == null ? null : grounds.hearing().kind().name())
                .param("hearingNote", grounds == null ? null : grounds.hearing().note())
                .param("at", Timestamp.from(decision.at()))
                .param("over", file.json())
                .param("digest", file.sha256())
                .update();
    }

    private static Decision row(ResultSet row, int index) throws SQLException {
        return new Decision(
                row.getInt("opinion"),
                row.getInt("level"),
                Decision.Kind.valueOf(row.getString("kind")),
                row.getBoolean("last_level"),
                row.getString("officer"),
                row.getString("officer_name"),
                row.getString("officer_position"),
                row.getString("remark"),
                grounds(row),
                row.getTimestamp("decided_at").toInstant(),
                row.getString("decided_over_sha256"));
    }

    private static @Nullable RefusalGrounds grounds(ResultSet row) throws SQLException {
        if (row.getString("facts") == null) {
            return null;
        }
        return new RefusalGrounds(
                row.getString("facts"),
                row.getString("law"),
                row.getString("reasons"),
                new Hearing(Hearing.Kind.valueOf(row.getString("hearing")), row.getString("hearing_note")));
    }
}
