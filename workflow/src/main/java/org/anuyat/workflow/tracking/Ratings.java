package org.anuyat.workflow.tracking;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.anuyat.workflow.submission.Application;
import org.anuyat.workflow.submission.Applications;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The satisfaction of applicants (การประเมินความพึงพอใจ) once their case has ended; one rating a case, which may be changed. */
@Component
public class Ratings {

    /** Longest comment, in characters. */
    public static final int LONGEST_COMMENT = 1_000;

    private final JdbcClient jdbc;
    private final Applications applications;
    private final Clock clock;

    Ratings(JdbcClient jdbc, Applications applications, Clock clock) {
        this.jdbc = jdbc;
        this.applications = applications;
        this.clock = clock;
    }

    /**
     * Rates a case.
     *
     * @param score 1 (very dissatisfied) to 5 (very satisfied)
     * @param comment up to {@link #LONGEST_COMMENT} characters, may be empty
     * @throws IllegalArgumentException outside of these bounds
     * @throws NotYetEnded as long as the case goes on
     */
    @Transactional
    public void rate(String applicationNumber, String applicantId, int score, String comment) {
        Application application = applications.ownedBy(applicationNumber, applicantId);
        if (score < 1 || score > 5 || comment.length() > LONGEST_COMMENT) {
            throw new IllegalArgumentException("a score is 1 to 5, a comment up to " + LONGEST_COMMENT + " characters");
        }
        if (!application.state().isEnd()) {
            throw new NotYetEnded(applicationNumber);
        }
        jdbc.sql(
                        """
                        insert into satisfaction_rating (application_number, agency, service_id, score, comment, rated_at)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (application_number)
                        do update set score = excluded.score, comment = excluded.comment, rated_at = excluded.rated_at
                        """)
                .params(
                        applicationNumber,
                        application.agency(),
                        application.serviceId(),
                        score,
                        comment.strip(),
                        Timestamp.from(clock.instant()))
                .update();
    }

    /** The rating that was given, if any. */
    @Transactional(readOnly = true)
    public Optional<Rating> of(String applicationNumber) {
        return jdbc.sql("select score, comment from satisfaction_rating where application_number = ?")
                .param(applicationNumber)
                .query(Rating.class)
                .optional();
    }

    /** Mean and number of the ratings of a service; empty when nobody has rated it. */
    @Transactional(readOnly = true)
    public Optional<Summary> ofService(String agency, String serviceId) {
        return jdbc.sql(
                        """
                        select avg(score)::float8 as mean, count(*) as count from satisfaction_rating
                        where agency = ? and service_id = ? having count(*) > 0
                        """)
                .params(agency, serviceId)
                .query(Summary.class)
                .optional();
    }

    /** A rating. */
    public record Rating(int score, String comment) {}

    /** What all ratings of a service say. */
    public record Summary(double mean, long count) {}

    /** The case goes on: there is nothing to rate yet. */
    public static class NotYetEnded extends RuntimeException {

        NotYetEnded(String applicationNumber) {
            super("case " + applicationNumber + " has not ended");
        }
    }
}
