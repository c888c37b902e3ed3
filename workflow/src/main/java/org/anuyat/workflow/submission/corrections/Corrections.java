package org.anuyat.workflow.submission.corrections;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.anuyat.workflow.acts.Actor;
import org.anuyat.workflow.submission.Application;
import org.anuyat.workflow.submission.Applications;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an applicant may change in an application after it was confirmed: that, and only that, which the officers listed. This
 * is the officers' side, which opens and closes rounds; who may do so, and how often, is decided there. The applicant's side
 * is {@link Correcting}.
 */
@Component
public class Corrections {

    private final Clock clock;
    private final Applications applications;
    private final CorrectionRows rows;

    Corrections(CorrectionRows rows, Clock clock, Applications applications) {
        this.rows = rows;
        this.clock = clock;
        this.applications = applications;
    }

    /**
     * Opens a round.
     *
     * @param items all defects, at least one, each with a remark
     * @param deadline last moment to send the corrections in
     * @throws IllegalStateException when a round is open already
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Correction open(String number, List<CorrectionItem> items, Instant deadline, Actor by) {
        Application application = applications.lock(number);
        if (items.isEmpty() || items.stream().anyMatch(item -> item.remark().isBlank())) {
            throw new IllegalArgumentException("a round lists at least one defect, and says what is wrong with each");
        }
        if (current(number).isPresent()) {
            throw new IllegalStateException("a round of corrections of " + number + " is open already");
        }
        UUID id = rows.insert(application, clock.instant(), by.displayName(), deadline);
        items.forEach(item -> rows.addItem(id, application.agency(), item, false));
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
        rows.close(applications.lock(number).id(), clock.instant(), false);
    }

    /** What every round that was sent in changed, item by item, the latest round first. */
    @Transactional(readOnly = true)
    public List<Change> changes(String number) {
        return rows.changes(number);
    }
}
