package org.anuyat.workflow.submission.transfer;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.anuyat.workflow.acts.Actor;
import org.anuyat.workflow.catalogue.ServiceDefinition;
import org.anuyat.workflow.catalogue.Services;
import org.anuyat.workflow.files.Files;
import org.anuyat.workflow.submission.Application;
import org.anuyat.workflow.submission.ApplicationState;
import org.anuyat.workflow.submission.Applications;
import org.anuyat.workflow.submission.Attachment;
import org.anuyat.workflow.submission.ReceivedFromAgency;
import org.anuyat.workflow.submission.signature.Signatures;
import org.anuyat.workflow.thai.BuddhistDate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens the case of an application at the agency to which it was sent: answers, documents and the evidence of the signature go
 * with it, and the legal time of receipt stays, because the applicant is not to lose by having asked at the wrong door.
 */
@Component
public class Transfers {

    private final Applications applications;
    private final Services services;
    private final Files files;
    private final Signatures signatures;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Transfers(
            Applications applications,
            Services services,
            Files files,
            Signatures signatures,
            ApplicationEventPublisher events,
            Clock clock) {
        this.applications = applications;
        this.services = services;
        this.files = files;
        this.signatures = signatures;
        this.events = events;
        this.clock = clock;
    }

    /** Whether an agency offers the service of an application, now or in the version that it was made under. */
    public boolean isPossible(Application application, String toAgency) {
        Stream<ServiceDefinition> versions = Stream.concat(
                Stream.of(services.version(application.serviceId(), application.serviceVersion())),
                services.all().stream().filter(service -> service.id().equals(application.serviceId())));
        return !application.agency().equals(toAgency) && versions.anyMatch(service -> service.isOfferedBy(toAgency));
    }

    /**
     * Opens the case there.
     *
     * @param old locked by the caller
     * @param by the officer who sends it
     * @return the number that it has there
     * @throws IllegalArgumentException when the agency does not offer the service
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public String transfer(Application old, String toAgency, Actor by) {
        if (!isPossible(old, toAgency)) {
            throw new IllegalArgumentException(toAgency + " does not offer " + old.serviceId());
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        int year = now.atZone(BuddhistDate.ZONE).getYear() + BuddhistDate.ERA;
        List<Attachment> attachments =
                old.attachments().stream().map(one -> copy(one, toAgency)).toList();
        Application application = new Application(
                UUID.randomUUID(),
                applications.nextNumber(toAgency, year).toString(),
                toAgency,
                old.serviceId(),
                old.serviceVersion(),
                old.applicantId(),
                old.applicantName(),
                ApplicationState.SUBMITTED,
                old.enteredAt(),
                old.receivedAt(),
                old.answers(),
                attachments,
                0);
        applications.enterForwarded(application, old.number());
        signatures.copy(old, application);
        events.publishEvent(new ReceivedFromAgency(
                application.number(), toAgency, by, now, old.agency(), old.number(), old.receivedAt()));
        return application.number();
    }

    private Attachment copy(Attachment of, String agency) {
        return new Attachment(
                UUID.randomUUID(),
                of.documentKey(),
                files.copyFor(agency, of.file()).id(),
                of.name(),
                of.mediaType(),
                of.size(),
                of.sha256());
    }
}
