package org.anuyat.workflow.copies;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.anuyat.workflow.acts.Actor;
import org.anuyat.workflow.agency.Agencies;
import org.anuyat.workflow.catalogue.Services;
import org.anuyat.workflow.files.Files;
import org.anuyat.workflow.files.StoredFile;
import org.anuyat.workflow.identity.Officer;
import org.anuyat.workflow.identity.Role;
import org.anuyat.workflow.papers.PaperKind;
import org.anuyat.workflow.papers.Papers;
import org.anuyat.workflow.review.cases.CaseAccess;
import org.anuyat.workflow.submission.Application;
import org.anuyat.workflow.submission.Applications;
import org.anuyat.workflow.submission.Attachment;
import org.anuyat.workflow.worklist.NotYourTask;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Certified copies of documents in case files: made by an officer who works on cases, given to the applicant, and sealed by the agency
 * like its other papers.
 */
@Component
public class CertifiedCopies {

    /** Who may say that a copy is right: those who have the file in their hands. Auditors and finance officers only read. */
    private static final Set<Role> CERTIFIERS =
            Set.of(Role.RECEIVING_OFFICER, Role.REVIEWER, Role.INSPECTOR, Role.APPROVER_1, Role.APPROVER_2);

    private final CaseAccess access;
    private final Applications applications;
    private final Services services;
    private final Agencies agencies;
    private final CopyPaper paper;
    private final Files files;
    private final Papers papers;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    CertifiedCopies(
            CaseAccess access,
            Applications applications,
            Services services,
            Agencies agencies,
            CopyPaper paper,
            Files files,
            Papers papers,
            JdbcClient jdbc,
            Clock clock,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.access = access;
        this.applications = applications;
        this.services = services;
        this.agencies = agencies;
        this.paper = paper;
        this.files = files;
        this.papers = papers;
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Whether an officer may certify copies of documents in the agency's case files. */
    public static boolean mayCertify(Officer officer) {
        return CERTIFIERS.stream().anyMatch(officer::is);
    }

    /** The copies that were certified of a case's documents, the oldest first. */
    @Transactional(readOnly = true)
    public List<CertifiedCopy> of(String number) {
        return jdbc.sql("select * from certified_copy where application_number = ? order by certified_at, id")
                .param(number)
                .query((row, index) -> new CertifiedCopy(
                        row.getObject("id", UUID.class),
                        row.getString("application_number"),
                        row.getObject("attachment", UUID.class),
                        row.getString("name"),
                        row.getString("original_sha256"),
                        papers.latest(row.getObject("paper", UUID.class)),
                        row.getString("certified_by"),
                        row.getString("position"),
                        row.getTimestamp("certified_at").toInstant()))
                .list();
    }

    /** One of a case's copies. */
    public Optional<CertifiedCopy> find(String number, UUID id) {
        return of(number).stream().filter(copy -> copy.id().equals(id)).findFirst();
    }

    /**
     * Certifies a copy of a document.
     *
     * @param id made by the page that asks, so that asking twice makes one copy
     * @throws NotYourTask when the officer has no part in handling cases
     * @throws org.anuyat.workflow.submission.UnknownApplication when the case is another agency's
     * @throws IllegalArgumentException when the application has no such document
     * @throws org.anuyat.workflow.documents.DocumentException when it is too large for a copy
     */
    public CertifiedCopy certify(UUID id, String number, UUID attachment, Officer officer) {
        Application application = access.read(number, officer);
        if (!mayCertify(officer)) {
            throw new NotYourTask(Role.REVIEWER);
        }
        Attachment document = application
                .attachment(attachment)
                .orElseThrow(() -> new IllegalArgumentException(number + " has no document " + attachment));
        Optional<CertifiedCopy> made = find(number, id);
        if (made.isPresent()) {
            return made.get();
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        // drawing pages takes a while: no connection waits for it
        byte[] pdf = paper.typeset(
                application,
                services.version(application.serviceId(), application.serviceVersion()),
                agencies.byCode(application.agency()),
                document,
                read(document),
                officer,
                now);
        transaction.executeWithoutResult(status -> {
            applications.lock(number);
            if (find(number, id).isEmpty()) {
                keep(id, application, document, pdf, officer, now);
            }
        });
        return find(number, id).orElseThrow();
    }

    private void keep(UUID id, Application application, Attachment document, byte[] pdf, Officer officer, Instant now) {
        String number = application.number();
        StoredFile copy = files.keep(
                new ByteArrayInputStream(pdf), "copy-" + number + ".pdf", "application/pdf", application.agency());
        jdbc.sql(
                        """
                        insert into certified_copy (id, agency, application_number, attachment, name, original_sha256, paper,
                            certified_by_subject, certified_by, position, certified_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        id,
                        application.agency(),
                        number,
                        document.id(),
                        document.name(),
                        document.sha256(),
                        copy.id(),
                        officer.subject(),
                        officer.displayName(),
                        officer.position(),
                        Timestamp.from(now))
                .update();
        papers.order(PaperKind.CERTIFIED_COPY, copy, number);
        events.publishEvent(new CopyCertified(
                number,
                application.agency(),
                Actor.officer(officer.subject(), officer.displayName()),
                now,
                document.name(),
                document.sha256(),
                copy.sha256()));
    }

    private byte[] read(Attachment document) {
        try (InputStream content = files.open(document.file())) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the document " + document.id() + " can't be read", e);
        }
    }
}
