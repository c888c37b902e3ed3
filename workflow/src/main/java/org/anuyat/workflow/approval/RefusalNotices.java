package org.anuyat.workflow.approval;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.anuyat.workflow.acts.Actor;
import org.anuyat.workflow.agency.Agencies;
import org.anuyat.workflow.agency.Agency;
import org.anuyat.workflow.approval.refusal.Hearing;
import org.anuyat.workflow.approval.refusal.RefusalGrounds;
import org.anuyat.workflow.calendar.WorkingTime;
import org.anuyat.workflow.catalogue.Deadlines.Deadline;
import org.anuyat.workflow.catalogue.ServiceDefinition;
import org.anuyat.workflow.catalogue.Services;
import org.anuyat.workflow.documents.DocumentSource;
import org.anuyat.workflow.documents.Typesetter;
import org.anuyat.workflow.files.Files;
import org.anuyat.workflow.files.StoredFile;
import org.anuyat.workflow.papers.PaperKind;
import org.anuyat.workflow.papers.Papers;
import org.anuyat.workflow.review.cases.ReviewCase;
import org.anuyat.workflow.review.cases.ReviewCases;
import org.anuyat.workflow.submission.Application;
import org.anuyat.workflow.submission.Applications;
import org.anuyat.workflow.thai.BuddhistDate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The written orders of refusal (หนังสือแจ้งคำสั่งไม่อนุญาต): facts, law and reasons (Administrative Procedure Act B.E. 2539 section
 * 37), and how, to whom and until when one may appeal (sections 40 and 44).
 */
@Component
public class RefusalNotices {

    private static final String TEMPLATE = template();

    private final Applications applications;
    private final ReviewCases cases;
    private final Decisions decisions;
    private final Services services;
    private final Agencies agencies;
    private final WorkingTime workingTime;
    private final Typesetter typesetter;
    private final Files files;
    private final Papers papers;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    RefusalNotices(
            Applications applications,
            ReviewCases cases,
            Decisions decisions,
            Services services,
            Agencies agencies,
            WorkingTime workingTime,
            Typesetter typesetter,
            Files files,
            Papers papers,
            JdbcClient jdbc,
            Clock clock,
            ApplicationEventPublisher events) {
        this.applications = applications;
        this.cases = cases;
        this.decisions = decisions;
        this.services = services;
        this.agencies = agencies;
        this.workingTime = workingTime;
        this.typesetter = typesetter;
        this.files = files;
        this.papers = papers;
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    /**
     * A notice that was issued.
     *
     * @param file its place in {@link Files}, sealed as soon as it is
     * @param appealUntil the last day to appeal
     */
    public record Notice(UUID file, LocalDate appealUntil, Instant issuedAt) {}

    /** The notice of a case, once it is issued. */
    @Transactional(readOnly = true)
    public Optional<Notice> find(String number) {
        return jdbc.sql("select file_id, appeal_until, issued_at from refusal_notice where application_number = :number")
                .param("number", number)
                .query((row, index) -> new Notice(
                        row.getObject("file_id", UUID.class),
                        row.getObject("appeal_until", LocalDate.class),
                        row.getTimestamp("issued_at").toInstant()))
                .optional()
                .map(notice -> new Notice(papers.latest(notice.file()), notice.appealUntil(), notice.issuedAt()));
    }

    /**
     * The notice as a PDF file.
     *
     * @throws IllegalArgumentException when none was issued
     */
    public byte[] pdf(String number) {
        Notice notice = find(number).orElseThrow(() -> new IllegalArgumentException("no notice of refusal of " + number));
        try (var content = files.open(notice.file())) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Issues the notice of a refusal; when it was issued already, that one is given.
     *
     * @throws IllegalStateException when the application was not refused
     */
    @Transactional
    public Notice issue(String number) {
        Application application = applications.lock(number);
        return find(number).orElseGet(() -> issue(application));
    }

    private Notice issue(Application application) {
        String number = application.number();
        Decision refusal = decisions
                .refusal(number)
                .orElseThrow(() -> new IllegalStateException(number + " was not refused"));
        Agency agency = agencies.byCode(application.agency());
        ServiceDefinition service = services.version(application.serviceId(), application.serviceVersion());
        Instant now = clock.instant();
        LocalDate appealUntil = appealUntil(application.agency(), now, service.deadlines().appeal());
        byte[] pdf = typesetter.typeset(source(application, agency, service, refusal, now, appealUntil));
        StoredFile file = files.keep(
                new ByteArrayInputStream(pdf), "refusal-" + number + ".pdf", "application/pdf", agency.code());
        jdbc.sql(
                        """
                        insert into refusal_notice (application_number, agency, file_id, appeal_until, issued_at)
                        values (:number, :agency, :file, :until, :now)""")
                .param("number", number)
                .param("agency", agency.code())
                .param("file", file.id())
                .param("until", appealUntil)
                .param("now", Timestamp.from(now))
                .update();
        papers.order(PaperKind.ORDER, file, number);
        events.publishEvent(new RefusalNoticeIssued(number, agency.code(), Actor.SYSTEM, now, appealUntil));
        return new Notice(file.id(), appealUntil, now);
    }

    private LocalDate appealUntil(String agency, Instant told, Deadline period) {
        Instant end = period.workingDays()
                ? workingTime.deadlineAfterWorkingDays(agency, told, period.days())
                : workingTime.deadlineAfterDays(agency, told, period.days());
        return end.atZone(BuddhistDate.ZONE).toLocalDate();
    }

    private DocumentSource source(
            Application application,
            Agency agency,
            ServiceDefinition service,
            Decision refusal,
            Instant now,
            LocalDate appealUntil) {
        ReviewCase of = cases.get(application.number());
        RefusalGrounds grounds = refusal.refusal().orElseThrow();
        Deadline appeal = service.deadlines().appeal();
        return DocumentSource.of(TEMPLATE, "หนังสือแจ้งคำสั่งไม่อนุญาต คำขอเลขที่ " + application.number())
                .description("แจ้งคำสั่งไม่อนุญาตตามคำขอ พร้อมเหตุผลและสิทธิอุทธรณ์")
                .author(agency.nameTh())
                .data("agency", agency.nameTh())
                .data("agencyAddress", agency.addressTh())
                .data("agencyPhone", agency.phone())
                .data("agencyEmail", agency.email())
                .data("number", application.number())
                .data("receiveNumber", of.receiveNumber().toString())
                .data("receivedAt", BuddhistDate.dateOf(application.receivedAt()))
                .data("applicant", application.applicantName())
                .data("service", service.title().th())
                .data("date", BuddhistDate.formal(BuddhistDate.dateOf(now)))
                .data("facts", paragraphs(grounds.facts()))
                .data("law", paragraphs(grounds.law()))
                .data("reasons", paragraphs(grounds.reasons()))
                .data("heard", grounds.hearing().kind() == Hearing.Kind.HEARD)
                .data("hearing", paragraphs(grounds.hearing().note()))
                .data("appealDays", appeal.days())
                .data("appealBasis", appeal.legalBasis().th())
                .data("appealUntil", BuddhistDate.formal(appealUntil))
                .data("officer", refusal.officer())
                .data("position", refusal.position())
                .data("decidedAt", BuddhistDate.formal(BuddhistDate.dateOf(refusal.at())))
                .data("digest", refusal.digest())
                .build();
    }

    private static List<String> paragraphs(String text) {
        return text.lines().filter(line -> !line.isBlank()).map(String::strip).toList();
    }

    private static String template() {
        try {
            return new ClassPathResource("documents/refusal-notice.html").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
