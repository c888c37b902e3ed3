package org.anuyat.workflow.tracking;

import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.anuyat.workflow.acts.Act;
import org.anuyat.workflow.acts.Actor;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What has happened to a case, as the applicant may see it at any time. */
@Component
public class Timeline {

    /** Acts inside the agency: deliberation is told to the applicant by its outcome only, the upkeep of seals not at all. */
    private static final Set<String> INTERNAL = 
            Set.of("approval.SentBack", "review.CheckSaved", "registry.Verified", "signature.Signed", "raising.Raised");

    private static final TypeReference<Map<String, Object>> DETAILS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Timeline(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The time line of a case, oldest first. */
    @Transactional(readOnly = true)
    public List<CaseEvent> of(String applicationNumber) {
        return jdbc.sql("select at, act, by_kind, details::text from case_event where application_number = ? order by id")
                .param(applicationNumber)
                .query((row, index) -> new CaseEvent(
                        row.getTimestamp("at").toInstant(),
                        row.getString("act"),
                        Actor.Kind.valueOf(row.getString("by_kind")),
                        json.readValue(row.getString("details"), DETAILS)))
                .list();
    }

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(Act act) {
        if (INTERNAL.contains(act.name())) {
            return;
        }
        jdbc.sql(
                        """
                        insert into case_event (application_number, agency, at, act, by_kind, details)
                        values (?, ?, ?, ?, ?, ?::jsonb)
                        """)
                .params(
                        act.applicationNumber(),
                        act.agency(),
                        Timestamp.from(act.at()),
                        act.name(),
                        act.actor().kind().name(),
                        json.writeValueAsString(act.details()))
                .update();
    }
}
