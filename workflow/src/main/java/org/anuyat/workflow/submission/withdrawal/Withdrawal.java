package org.anuyat.workflow.submission.withdrawal;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.anuyat.workflow.acts.Actor;
import org.anuyat.workflow.identity.Person;
import org.anuyat.workflow.submission.Application;
import org.anuyat.workflow.submission.ApplicationState;
import org.anuyat.workflow.submission.Applications;
import org.anuyat.workflow.submission.UnknownApplication;
import org.anuyat.workflow.submission.Withdrawn;
import org.anuyat.workflow.submission.WrongState;
import org.anuyat.workflow.submission.corrections.Corrections;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The applicant's right to take an application back as long as its life cycle allows it. */
@Component
public class Withdrawal {

    /** Most characters of a reason. */
    public static final int LONGEST_REASON = 1000;

    /** A job may be moving the case at the same moment: when it has, the case can be taken back from where it is then. */
    private static final RetryPolicy WHEN_IT_MOVED = RetryPolicy.builder()
            .includes(ConcurrencyFailureException.class, DuplicateKeyException.class)
            .maxRetries(5)
            .delay(Duration.ofMillis(100))
            .multiplier(2)
            .build();

    private final RetryTemplate retry = new RetryTemplate(WHEN_IT_MOVED);
    private final Applications applications;
    private final Corrections corrections;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transactions;
    private final Clock clock;

    Withdrawal(
            Applications applications,
            Corrections corrections,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            TransactionOperations transactions,
            Clock clock) {
        this.applications = applications;
        this.corrections = corrections;
        this.jdbc = jdbc;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Whether it can be taken back now. */
    public static boolean isPossible(Application application) {
        return application.state().next().contains(ApplicationState.WITHDRAWN);
    }

    /**
     * Takes an application back. Doing it again changes nothing.
     *
     * @param reason in the applicant's words; may be empty, at most {@value #LONGEST_REASON} characters
     * @throws UnknownApplication when there is none, or it is somebody else's
     * @throws WrongState when it is too late
     */
    public void withdraw(String number, Person person, String reason) {
        if (reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("a reason of " + reason.length() + " characters");
        }
        retry.invoke(() -> transactions.executeWithoutResult(status -> takeBack(number, person, reason)));
    }

    private void takeBack(String number, Person person, String reason) {
        applications.ownedBy(number, person);
        Application application = applications.lock(number);
        if (application.state() == ApplicationState.WITHDRAWN) {
            return;
        }
        Instant now = clock.instant();
        applications.move(number, ApplicationState.WITHDRAWN);
        corrections.close(number);
        jdbc.sql(
                        """
                        insert into withdrawal (application_id, agency, withdrawn_at, withdrawn_by, reason)
                        values (?, ?, ?, ?, ?)
                        """)
                .params(
                        application.id(),
                        application.agency(),
                        Timestamp.from(now),
                        person.displayName(),
                        reason.strip())
                .update();
        events.publishEvent(new Withdrawn(
                number,
                application.agency(),
                Actor.citizen(person.subject(), person.displayName()),
                now,
                reason.strip()));
    }
}
