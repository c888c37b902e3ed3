package org.anuyat.workflow.payment.settlement;

import java.time.Clock;
import org.anuyat.workflow.acts.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the decisions in the record. The payments' books may be on another machine, so a decision is recorded before the
 * books are told: a crash in between leaves a decision that can be repeated, never money moved by nobody.
 */
@Component
public class Settlements {

    private final ApplicationEventPublisher events;
    private final Clock clock;

    Settlements(ApplicationEventPublisher events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    /** Records a decision; call it before the books are told. */
    @Transactional
    public void decided(Decision decision, String agency, Actor by) {
        events.publishEvent(new Decided(agency, by, clock.instant(), decision));
    }

    /**
     * Records that the books did not take a decision.
     *
     * @param cause the stable name of why
     */
    @Transactional
    public void rejected(Decision decision, String agency, Actor by, String cause) {
        events.publishEvent(new Rejected(agency, by, clock.instant(), decision, cause));
    }
}
