package org.anuyat.workflow.payment.closing;

import java.io.ByteArrayInputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.anuyat.workflow.acts.Actor;
import org.anuyat.workflow.agency.Agencies;
import org.anuyat.workflow.files.Files;
import org.anuyat.workflow.payment.closing.ClosingRefused.Reason;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Decisions about differences, and days that were closed with all of them decided. */
@Component
public class DayClosings {

    private static final int LONGEST_TEXT = 1_000;

    private final JdbcClient jdbc;
    private final Agencies agencies;
    private final DayReport report;
    private final Files files;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DayClosings(
            JdbcClient jdbc, Agencies agencies, DayReport report, Files files, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.agencies = agencies;
        this.report = report;
        this.files = files;
        this.events = events;
        this.clock = clock;
    }

    /** The decisions about a file's differences, by their keys. */
    @Transactional(readOnly = true)
    public Map<String, DayDecision> decisions(UUID file) {
        Map<String, DayDecision> found = new HashMap<>();
        jdbc.sql("select * from day_decision where file = ?")
                .param(file)
                .query(row -> {
                    found.put(
                            row.getString("difference"),
                            new DayDecision(
                                    row.getString("decision"),
                                    row.getTimestamp("decided_at").toInstant(),
                                    row.getString("decided_by"),
                                    row.getString("officer_name")));
                });
        return found;
    }

    /** The closing of the day of a file, if it is closed. */
    @Transactional(readOnly = true)
    public Optional<DayClosing> of(UUID file) {
        return jdbc.sql("select * from day_closing where file = ?")
                .param(file)
                .query(DayClosings::closing)
                .optional();
    }

    /** Those of the files whose day is closed. */
    @Transactional(readOnly = true)
    public Set<UUID> closed(Collection<UUID> files) {
        return files.isEmpty()
                ? Set.of()
                : Set.copyOf(jdbc.sql("select file from day_closing where file in (:files)").param("files", files).query(UUID.class).list());
    }

    /**
     * Decides about a difference; a later decision takes the place of an earlier one, and the record of acts keeps both.
     *
     * @param text in the officer's words, 1 to 1000 characters
     * @throws ClosingRefused {@code CLOSED}
     */
    @Transactional
    public void decide(String agency, UUID file, String difference, String text, Actor by) {
        if (text.isBlank() || text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("text must have 1 to " + LONGEST_TEXT + " characters");
        }
        if (of(file).isPresent()) {
            throw new ClosingRefused(Reason.CLOSED);
        }
        Instant now = clock.instant();
        jdbc.sql(
                        """
                        insert into day_decision (file, difference, agency, decision, decided_at, decided_by, officer_name)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (file, difference) do update set decision = excluded.decision, decided_at = excluded.decided_at,
                            decided_by = excluded.decided_by, officer_name = excluded.officer_name
                        """)
                .params(file, difference, agency, text, Timestamp.from(now), by.id(), by.displayName())
                .update();
        events.publishEvent(new DayDecided(agency, by, now, file, difference, text));
    }

    /**
     * Closes a day and keeps its report.
     *
     * @param figures with what was decided about each difference
     * @param note the officer's remark, up to 1000 characters; may be empty
     * @throws ClosingRefused {@code ASKING}, {@code UNDECIDED}, or {@code CLOSED} when somebody did so before
     */
    @Transactional
    public void close(String agency, DayFigures figures, String note, Actor by) {
        if (note.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("note must have up to " + LONGEST_TEXT + " characters");
        }
        if (figures.asking() > 0) {
            throw new ClosingRefused(Reason.ASKING);
        }
        if (figures.differences().stream().anyMatch(difference -> difference.decision() == null)) {
            throw new ClosingRefused(Reason.UNDECIDED);
        }
        Instant now = clock.instant();
        byte[] pdf = report.typeset(agencies.byCode(agency), figures, note, by.displayName(), now);
        UUID kept = files.keep(
                        new ByteArrayInputStream(pdf), "reconciliation-" + figures.effectiveOn() + ".pdf", "application/pdf", agency)
                .id();
        boolean first = jdbc.sql(
                                """
                                insert into day_closing (file, agency, effective_on, credits, credit_satang, matched, matched_satang, differences,
                                    note, closed_at, closed_by, officer_name, report)
                                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                                """)
                        .params(
                                figures.file(),
                                agency,
                                figures.effectiveOn(),
                                figures.credits(),
                                figures.creditSatang(),
                                figures.matched(),
                                figures.matchedSatang(),
                                figures.differences().size(),
                                note,
                                Timestamp.from(now),
                                by.id(),
                                by.displayName(),
                                kept)
                        .update()
                == 1;
        if (!first) {
            throw new ClosingRefused(Reason.CLOSED);
        }
        events.publishEvent(new DayClosed(agency, by, now, figures, note));
    }

    private static DayClosing closing(ResultSet row, int index) throws SQLException {
        return new DayClosing(
                row.getObject("file", UUID.class),
                row.getString("agency"),
                row.getInt("differences"),
                row.getString("note"),
                row.getTimestamp("closed_at").toInstant(),
                row.getString("officer_name"),
                row.getObject("report", UUID.class));
    }
}
