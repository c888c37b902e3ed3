package org.anuyat.workflow.submission.corrections;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.anuyat.workflow.acts.Actor;
import org.anuyat.workflow.submission.Application;
import org.anuyat.workflow.submission.Applications;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an applicant may change in an application after it was confirmed: that, and only that, which the officers listed.
 *
 * <p>The officers' side opens and closes a round; who may do so, and how often, is decided there.
 */
@Component
public class Corrections {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Applications applications;
    private final CorrectionRows rows;

    Corrections(JdbcClient jdbc, JsonMapper json, Clock clock, Applications applications) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.applications = applications;
        this.rows = new CorrectionRows(jdbc, json);
    }

    /**
     * Opens a round.
     *
     * @param items all defects, at least one
     * @param deadline last moment to send the corrections in
     * @throws IllegalStateException when a round is open already
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Correction open(String number, List<CorrectionItem> items, Instant deadline, Actor by) {
        Application application = applications.lock(number);
        if (items.isEmpty()) {
            throw new IllegalArgumentException("a round of corrections lists at least one defect");
        }
        if (current(number).isPresent()) {
            throw new IllegalStateException("a round of corrections of " + number + " is open already");
        }
        UUID id = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into correction (id, agency, application_id, round, opened_at, opened_by, deadline)
                        select ?, ?, ?, count(*) + 1, ?, ?, ? from correction where application_id = ?
                        """)
                .params(
                        id,
                        application.agency(),
                        application.id(),
                        Timestamp.from(clock.instant()),
                        by.displayName(),
                        Timestamp.from(deadline),
                        application.id())
                .update();
        rows.insertItems(id, application.agency(), items);
        return current(number).orElseThrow();
    }

    /** The open round, if there is one. */
    @Transactional(readOnly = true)
    public Optional<Correction> current(String number) {
        return rows.open(number);
    }

    /** Closes the open round, if there is one, without anything being sent in: the case was returned or withdrawn. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void close(String number) {
        Application application = applications.lock(number);
        jdbc.sql("update correction set closed_at = ? where application_id = ? and closed_at is null")
                .params(Timestamp.from(clock.instant()), application.id())
                .update();
    }

    /** What every round that was sent in changed, item by item, the latest round first. */
    @Transactional(readOnly = true)
    public List<Change> changes(String number) {
        return rows.changes(number);
    }
}
