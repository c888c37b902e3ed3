package org.anuyat.workflow.submission.acknowledgement;

import java.io.ByteArrayInputStream;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.anuyat.workflow.acts.Actor;
import org.anuyat.workflow.files.Files;
import org.anuyat.workflow.files.StoredFile;
import org.anuyat.workflow.papers.PaperKind;
import org.anuyat.workflow.papers.Papers;
import org.anuyat.workflow.submission.Acknowledged;
import org.anuyat.workflow.submission.Application;
import org.anuyat.workflow.submission.Applications;
import org.anuyat.workflow.submission.UnknownApplication;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Acknowledgements of receipt, one for each application. */
@Component
public class Acknowledgements {

    private final Applications applications;
    private final AcknowledgementPaper paper;
    private final Files files;
    private final Papers papers;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Acknowledgements(
            Applications applications,
            AcknowledgementPaper paper,
            Files files,
            Papers papers,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.applications = applications;
        this.paper = paper;
        this.files = files;
        this.papers = papers;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Makes the acknowledgement unless it is there. The document says how things stood at the confirmation, whenever it is made;
     * it is typeset before the case is locked.
     *
     * @throws UnknownApplication when there is no such application
     */
    public StoredFile issue(String number) {
        return find(number).orElseGet(() -> {
            byte[] pdf = paper.typeset(applications.get(number));
            return transaction.execute(status -> keep(number, pdf));
        });
    }

    /** The acknowledgement, if it was made already: sealed as soon as it is. */
    public Optional<StoredFile> find(String number) {
        return jdbc.sql(
                        """
                        select k.file_id from acknowledgement k join application a on a.id = k.application_id
                        where a.number = ?
                        """)
                .param(number)
                .query(UUID.class)
                .optional()
                .map(papers::latest)
                .flatMap(files::find);
    }

    private StoredFile keep(String number, byte[] pdf) {
        Application application = applications.lock(number);
        Optional<StoredFile> faster = find(number);
        if (faster.isPresent()) {
            return faster.get();
        }
        StoredFile file = files.keep(
                new ByteArrayInputStream(pdf), "acknowledgement-" + number + ".pdf", "application/pdf", application.agency());
        Instant now = clock.instant();
        jdbc.sql("insert into acknowledgement (application_id, agency, file_id, issued_at) values (?, ?, ?, ?)")
                .params(application.id(), application.agency(), file.id(), Timestamp.from(now))
                .update();
        papers.order(PaperKind.ACKNOWLEDGEMENT, file, number);
        events.publishEvent(
                new Acknowledged(number, application.agency(), Actor.SYSTEM, now, file.id(), file.sha256()));
        return file;
    }
}
