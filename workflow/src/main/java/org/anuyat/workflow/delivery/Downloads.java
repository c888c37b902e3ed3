package org.anuyat.workflow.delivery;

import java.io.InputStream;
import java.time.Clock;
import org.anuyat.workflow.acts.Actor;
import org.anuyat.workflow.files.Files;
import org.anuyat.workflow.issuance.Permit;
import org.anuyat.workflow.issuance.Permits;
import org.anuyat.workflow.submission.Application;
import org.anuyat.workflow.submission.Applications;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The applicant fetches what was issued. */
@Component
public class Downloads {

    private final Applications applications;
    private final Permits permits;
    private final Files files;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Downloads(
            Applications applications,
            Permits permits,
            Files files,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.applications = applications;
        this.permits = permits;
        this.files = files;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The sealed permit, byte for byte, for its applicant; the first time is recorded as the delivery.
     *
     * @throws org.anuyat.workflow.submission.UnknownApplication when it is somebody else's
     * @throws NotIssued when there is no permit (yet)
     */
    @Transactional
    public InputStream permit(String applicationNumber, String applicantId) {
        Application application = applications.ownedBy(applicationNumber, applicantId);
        Permit permit = permits.ofApplication(applicationNumber).orElseThrow(() -> new NotIssued(applicationNumber));
        boolean first = jdbc.sql(
                                """
                                insert into permit_download (permit_number, first_at) values (?, ?)
                                on conflict do nothing
                                """)
                        .params(permit.number(), java.sql.Timestamp.from(clock.instant()))
                        .update()
                == 1;
        if (first) {
            events.publishEvent(new Downloaded(
                    applicationNumber,
                    permit.agency(),
                    Actor.citizen(applicantId, application.applicantName()),
                    clock.instant(),
                    permit.number()));
        }
        return files.open(java.util.Objects.requireNonNull(permit.sealedFile()));
    }

    /** Reminds the holder of a permit that was not fetched yet. */
    @Transactional
    public void remind(String applicationNumber) {
        permits.ofApplication(applicationNumber)
                .ifPresent(permit -> events.publishEvent(new DownloadReminded(
                        applicationNumber, permit.agency(), Actor.SYSTEM, clock.instant(), permit.number())));
    }

    /** There is no permit (yet). */
    public static class NotIssued extends RuntimeException {

        NotIssued(String applicationNumber) {
            super("no permit was issued for " + applicationNumber);
        }
    }
}
