package org.anuyat.workflow.review.checking;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.anuyat.workflow.acts.Actor;
import org.anuyat.workflow.review.cases.ReviewCase;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How findings and requests to correct lie in the database. */
@Component
class Findings {

    private final JdbcClient jdbc;

    Findings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<String, Finding> of(String number, int round) {
        Map<String, Finding> findings = new HashMap<>();
        jdbc.sql("select item, ok, remark, targets from review_finding"
                        + " where application_number = :number and round = :round")
                .param("number", number)
                .param("round", round)
                .query(row -> {
                    findings.put(
                            row.getString("item"),
                            new Finding(
                                    row.getBoolean("ok"),
                                    row.getString("remark"),
                                    Set.of((String[]) row.getArray("targets").getArray())));
                });
        return findings;
    }

    void write(ReviewCase of, String item, Finding finding, Actor by, Instant at) {
        jdbc.sql(
                        """
                        insert into review_finding (application_number, round, item, agency, ok, remark, targets, found_by,
                                                    found_name, found_at)
                        values (:number, :round, :item, :agency, :ok, :remark, :targets, :by, :name, :at)
                        on conflict (application_number, round, item) do update
                            set ok = excluded.ok, remark = excluded.remark, targets = excluded.targets,
                                found_by = excluded.found_by, found_name = excluded.found_name, found_at = excluded.found_at
                          where (review_finding.ok, review_finding.remark, review_finding.targets)
                                is distinct from (excluded.ok, excluded.remark, excluded.targets)""")
                .param("number", of.number())
                .param("round", of.round())
                .param("item", item)
                .param("agency", of.agency())
                .param("ok", finding.ok())
                .param("remark", finding.remark())
                .param("targets", finding.targets().stream().sorted().toArray(String[]::new))
                .param("by", by.id())
                .param("name", by.displayName())
                .param("at", Timestamp.from(at))
                .update();
    }

    /** What was right stays right in the next round; what was not is to be looked at again. */
    void carryOver(String number, int fromRound) {
        jdbc.sql(
                        """
                        insert into review_finding (application_number, round, item, agency, ok, remark, targets, found_by,
                                                    found_name, found_at)
                        select application_number, round + 1, item, agency, ok, remark, targets, found_by, found_name, found_at
                          from review_finding where application_number = :number and round = :round and ok""")
                .param("number", number)
                .param("round", fromRound)
                .update();
    }

    void request(ReviewCase of, Instant deadline, @Nullable String negligence, Actor by, Instant at) {
        jdbc.sql(
                        """
                        insert into correction_request (application_number, round, agency, deadline, negligence, requested_by,
                                                        requested_name, requested_at)
                        values (:number, :round, :agency, :deadline, :negligence, :by, :name, :at)""")
                .param("number", of.number())
                .param("round", of.round())
                .param("agency", of.agency())
                .param("deadline", Timestamp.from(deadline))
                .param("negligence", negligence)
                .param("by", by.id())
                .param("name", by.displayName())
                .param("at", Timestamp.from(at))
                .update();
    }

    List<CorrectionRequest> requests(String number) {
        return jdbc.sql("select round, deadline, negligence, requested_name, requested_at from correction_request"
                        + " where application_number = :number order by round")
                .param("number", number)
                .query((row, index) -> new CorrectionRequest(
                        row.getInt("round"),
                        row.getTimestamp("deadline").toInstant(),
                        row.getString("negligence"),
                        row.getString("requested_name"),
                        row.getTimestamp("requested_at").toInstant()))
                .list();
    }

    void keepReturn(ReviewCase of, String reason, Actor by, Instant at) {
        jdbc.sql(
                        """
                        insert into return_of_application (application_number, agency, reason, returned_by, returned_name,
                                                           returned_at)
                        values (:number, :agency, :reason, :by, :name, :at)""")
                .param("number", of.number())
                .param("agency", of.agency())
                .param("reason", reason)
                .param("by", by.id())
                .param("name", by.displayName())
                .param("at", Timestamp.from(at))
                .update();
    }
}
