package org.anuyat.workflow.review.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.anuyat.workflow.acts.Actor;
import org.anuyat.workflow.identity.Officer;
import org.anuyat.workflow.submission.UnknownApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** All registered cases. Acts change one only while they hold the application's lock. */
@Component
public class ReviewCases {

    private static final String SELECT =
            """
            select application_number, agency, receive_year, receive_running, registered_name, registered_at, stage, round,
                   version, changed_name, changed_at
              from review_case where application_number = :number""";

    private final JdbcClient jdbc;
    private final Clock clock;

    ReviewCases(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The case of an application, once it is registered. */
    @Transactional(readOnly = true)
    public Optional<ReviewCase> find(String number) {
        return jdbc.sql(SELECT).param("number", number).query(ReviewCases::row).optional();
    }

    /**
     * The case of an application.
     *
     * @throws UnknownApplication when it was never registered
     */
    @Transactional(readOnly = true)
    public ReviewCase get(String number) {
        return find(number).orElseThrow(() -> new UnknownApplication(number));
    }

    /**
     * The case as an officer saw it.
     *
     * @param seen the version on the officer's page
     * @throws StaleCase when it is another one by now
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public ReviewCase asSeen(String number, int seen) {
        ReviewCase now = get(number);
        if (now.version() != seen) {
            throw new StaleCase(now, seen);
        }
        return now;
    }

    /** Opens the case of an application that was just registered. */
    @Transactional(propagation = Propagation.MANDATORY)
    public ReviewCase open(String number, String agency, ReceiveNumber receiveNumber, Officer officer) {
        jdbc.sql(
                        """
                        insert into review_case (application_number, agency, receive_year, receive_running, registered_by,
                                                 registered_name, registered_at, stage, changed_name, changed_at)
                        values (:number, :agency, :year, :running, :by, :name, :now, 'CHECKING', :name, :now)""")
                .param("number", number)
                .param("agency", agency)
                .param("year", receiveNumber.year())
                .param("running", receiveNumber.running())
                .param("by", officer.subject())
                .param("name", officer.displayName())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return get(number);
    }

    /**
     * Moves a case to another stage.
     *
     * @throws WrongStage when {@link Stage#next()} does not lead there
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public ReviewCase move(ReviewCase of, Stage to, Actor by) {
        if (!of.stage().next().contains(to)) {
            throw new WrongStage(of, to);
        }
        return write(of, to, of.round(), by);
    }

    /** Starts the next round of checking after the applicant corrected. */
    @Transactional(propagation = Propagation.MANDATORY)
    public ReviewCase nextRound(ReviewCase of, Actor by) {
        if (!of.stage().next().contains(Stage.CHECKING)) {
            throw new WrongStage(of, Stage.CHECKING);
        }
        return write(of, Stage.CHECKING, of.round() + 1, by);
    }

    /** Notes an act that leaves the case in its stage. */
    @Transactional(propagation = Propagation.MANDATORY)
    public ReviewCase touch(ReviewCase of, Actor by) {
        return write(of, of.stage(), of.round(), by);
    }

    private ReviewCase write(ReviewCase of, Stage stage, int round, Actor by) {
        int written = jdbc.sql(
                        """
                        update review_case set stage = :stage, round = :round, version = version + 1, changed_name = :name,
                               changed_at = :now
                        where application_number = :number and version = :version""")
                .param("stage", stage.name())
                .param("round", round)
                .param("name", by.displayName())
                .param("now", Timestamp.from(clock.instant()))
                .param("number", of.number())
                .param("version", of.version())
                .update();
        ReviewCase now = get(of.number());
        if (written == 0) {
            throw new StaleCase(now, of.version());
        }
        return now;
    }

    private static ReviewCase row(ResultSet row, int index) throws SQLException {
        return new ReviewCase(
                row.getString("application_number"),
                row.getString("agency"),
                new ReceiveNumber(row.getInt("receive_year"), row.getInt("receive_running")),
                row.getString("registered_name"),
                row.getTimestamp("registered_at").toInstant(),
                Stage.valueOf(row.getString("stage")),
                row.getInt("round"),
                row.getInt("version"),
                row.getString("changed_name"),
                row.getTimestamp("changed_at").toInstant());
    }
}
