package org.anuyat.workflow.review.notices;

import java.time.Clock;
import java.time.Instant;
import org.anuyat.workflow.acts.Actor;
import org.anuyat.workflow.review.CorrectionReminded;
import org.anuyat.workflow.review.DelayTold;
import org.anuyat.workflow.submission.Application;
import org.anuyat.workflow.submission.ApplicationState;
import org.anuyat.workflow.submission.Applications;
import org.anuyat.workflow.submission.corrections.Corrections;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reminders to correct, and notices of delay. */
@Component
public class Notices {

    private final Applications applications;
    private final Corrections corrections;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Notices(Applications applications, Corrections corrections, ApplicationEventPublisher events, Clock clock) {
        this.applications = applications;
        this.corrections = corrections;
        this.events = events;
        this.clock = clock;
    }

    /** Reminds the applicant of the deadline to correct; nothing happens when nothing is to be corrected any more. */
    @Transactional
    public void remindCorrection(String number) {
        Application application = applications.lock(number);
        if (application.state() == ApplicationState.CORRECTION_REQUESTED) {
            corrections.current(number)
                    .ifPresent(open -> events.publishEvent(new CorrectionReminded(
                            number, application.agency(), Actor.SYSTEM, clock.instant(), open.deadline())));
        }
    }

    /**
     * Tells the applicant that the decision is late; nothing happens while the agency waits for the applicant, whose time
     * isn't the agency's delay.
     */
    @Transactional
    public void tellDelay(String number, Instant due) {
        Application application = applications.lock(number);
        if (application.state() == ApplicationState.SUBMITTED
                || application.state() == ApplicationState.IN_REVIEW
                || application.state() == ApplicationState.IN_APPROVAL) {
            events.publishEvent(new DelayTold(number, application.agency(), Actor.SYSTEM, clock.instant(), due));
        }
    }
}
