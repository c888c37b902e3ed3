package org.anuyat.workflow.review.receiving;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.anuyat.workflow.acts.Actor;
import org.anuyat.workflow.agency.Agencies;
import org.anuyat.workflow.identity.Officer;
import org.anuyat.workflow.review.Forwarded;
import org.anuyat.workflow.review.Registered;
import org.anuyat.workflow.review.cases.ReviewCase;
import org.anuyat.workflow.review.cases.ReviewCases;
import org.anuyat.workflow.submission.Application;
import org.anuyat.workflow.submission.ApplicationState;
import org.anuyat.workflow.submission.Applications;
import org.anuyat.workflow.submission.transfer.Transfers;
import org.anuyat.workflow.worklist.Task;
import org.anuyat.workflow.worklist.TaskKind;
import org.anuyat.workflow.worklist.Worklist;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The receiving officer's acts (งานสารบรรณ: การลงรับคำขอ). */
@Component
public class Registration {

    private final Applications applications;
    private final ReviewCases cases;
    private final ReceiveNumbers numbers;
    private final Worklist worklist;
    private final Agencies agencies;
    private final Transfers transfers;
    private final Forwardings forwardings;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Registration(
            Applications applications,
            ReviewCases cases,
            ReceiveNumbers numbers,
            Worklist worklist,
            Agencies agencies,
            Transfers transfers,
            Forwardings forwardings,
            Clock clock,
            ApplicationEventPublisher events) {
        this.applications = applications;
        this.cases = cases;
        this.numbers = numbers;
        this.worklist = worklist;
        this.agencies = agencies;
        this.transfers = transfers;
        this.forwardings = forwardings;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Registers an application: it gets the next receive number of the agency and the Buddhist-era year, and goes to the
     * reviewing officers.
     *
     * @throws org.anuyat.workflow.worklist.TaskAlreadyDone when a colleague registered or forwarded it
     * @throws org.anuyat.workflow.worklist.NotYourTask when the officer does not receive applications
     */
    @Transactional
    public ReviewCase register(String number, Officer officer) {
        Application application = applications.lock(number);
        Task task = worklist.requireOpen(number, TaskKind.REGISTER, officer);
        Instant now = clock.instant();
        applications.move(number, ApplicationState.IN_REVIEW);
        ReviewCase opened =
                cases.open(number, application.agency(), numbers.next(application.agency(), now), officer);
        worklist.done(task, officer);
        events.publishEvent(new Registered(
                number, application.agency(), by(officer), now, opened.receiveNumber().toString()));
        return opened;
    }

    /**
     * Sends an application that was made to the wrong agency to the right one and ends it here. When the right one is on this
     * installation and offers the service, the case goes on there and the applicant need do nothing.
     *
     * @param to another agency
     * @param reason why that one is competent; the applicant reads it
     * @throws IllegalArgumentException when the reason is blank or the agency the own one
     * @throws org.anuyat.workflow.agency.NoSuchAgency when there is no such agency
     */
    @Transactional
    public Forwarding forward(String number, Destination to, String reason, Officer officer) {
        Application application = applications.lock(number);
        Task task = worklist.requireOpen(number, TaskKind.REGISTER, officer);
        String code = to.code();
        if (reason.isBlank() || (code != null && agencies.byCode(code).code().equals(application.agency()))) {
            throw new IllegalArgumentException("forwarding names another agency and a reason");
        }
        Instant now = clock.instant();
        applications.move(number, ApplicationState.FORWARDED);
        String newNumber = code != null && transfers.isPossible(application, code)
                ? transfers.transfer(application, code, by(officer))
                : null;
        Forwarding forwarding = new Forwarding(to, reason.strip(), newNumber, officer.displayName(), now);
        forwardings.write(application, forwarding, officer);
        worklist.done(task, officer);
        events.publishEvent(new Forwarded(
                number, application.agency(), by(officer), now, code, to.name(), to.contact(), reason.strip(), newNumber));
        return forwarding;
    }

    /** Where an application was sent to, when it was. */
    @Transactional(readOnly = true)
    public Optional<Forwarding> forwarding(String number) {
        return forwardings.find(number);
    }

    private static Actor by(Officer officer) {
        return Actor.officer(officer.subject(), officer.displayName());
    }
}
