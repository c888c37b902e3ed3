package org.anuyat.workflow.issuance;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anuyat.workflow.acts.Actor;
import org.anuyat.workflow.agency.Agencies;
import org.anuyat.workflow.agency.Agency;
import org.anuyat.workflow.catalogue.PermitKind;
import org.anuyat.workflow.catalogue.PermitKind.OfficerSignature;
import org.anuyat.workflow.catalogue.ServiceDefinition;
import org.anuyat.workflow.catalogue.Services;
import org.anuyat.workflow.files.Files;
import org.anuyat.workflow.files.StoredFile;
import org.anuyat.workflow.issuance.signature.Approver;
import org.anuyat.workflow.issuance.signature.Approvers;
import org.anuyat.workflow.issuance.signature.SignaturePictures;
import org.anuyat.workflow.submission.Application;
import org.anuyat.workflow.submission.ApplicationState;
import org.anuyat.workflow.submission.Applications;
import org.anuyat.workflow.submission.WrongState;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes a permit in steps, each a transaction of its own that may be repeated: number and document, the approver's signature
 * ({@link org.anuyat.workflow.issuance.signature.PermitSigning}), seal, issue. A crash between two of them loses and doubles
 * nothing.
 */
@Component
public class Issuing {

    private static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");
    private static final int TOKEN_BYTES = 16;
    private static final String SEAL_LOCATION = "ประเทศไทย";

    private final JdbcClient jdbc;
    private final PermitRows rows;
    private final PermitNumbers numbers;
    private final PermitPaper paper;
    private final Particulars particulars;
    private final Approvers approvers;
    private final SignaturePictures pictures;
    private final DocumentSeal seal;
    private final PermitToken signer;
    private final Applications applications;
    private final Services services;
    private final Agencies agencies;
    private final Files files;
    private final JsonMapper json;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final TransactionTemplate outside;
    private final SecureRandom random = new SecureRandom();

    Issuing(
            JdbcClient jdbc,
            PermitNumbers numbers,
            PermitPaper paper,
            Particulars particulars,
            Approvers approvers,
            SignaturePictures pictures,
            DocumentSeal seal,
            PermitToken signer,
            Applications applications,
            Services services,
            Agencies agencies,
            Files files,
            JsonMapper json,
            ApplicationEventPublisher events,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.rows = new PermitRows(json);
        this.numbers = numbers;
        this.paper = paper;
        this.particulars = particulars;
        this.approvers = approvers;
        this.pictures = pictures;
        this.seal = seal;
        this.signer = signer;
        this.applications = applications;
        this.services = services;
        this.agencies = agencies;
        this.files = files;
        this.json = json;
        this.events = events;
        this.clock = clock;
        this.outside = new TransactionTemplate(transactions);
        this.outside.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
    }

    /** Takes the number and makes the document. */
    @Transactional
    public void prepare(String applicationNumber) {
        Application application = applications.lock(applicationNumber);
        if (find(applicationNumber) != null) {
            return;
        }
        if (application.state() != ApplicationState.ISSUING) {
            throw new WrongState(applicationNumber, application.state(), "prepare");
        }
        ServiceDefinition service = services.version(application.serviceId(), application.serviceVersion());
        Agency agency = agencies.byCode(application.agency());
        PermitKind kind = service.permit();
        LocalDate today = LocalDate.now(clock.withZone(BANGKOK));
        PermitNumbers.Taken taken = numbers.next(agency.code(), service.id(), kind.numberPattern(), today.getYear() + 543);
        Particulars.Set texts = particulars.of(service, application);
        LocalDate last = kind.validityMonths() == 0 ? null : today.plusMonths(kind.validityMonths()).minusDays(1);
        String token = token();
        String signed = outside.execute(status -> signer.sign(
                        agency.code(), taken.number(), kind.title().th(), application.applicantName(), today, last, token)
                .orElse(null));
        PermitPaper.Facts facts = new PermitPaper.Facts(
                taken.number(), applicationNumber, application.applicantName(), today, last, token, signed);
        Approver approver = approvers.of(applicationNumber);
        byte[] picture = kind.officerSignature() == OfficerSignature.NONE
                ? null
                : pictures.toPrint(agency.code(), approver.subject()).orElse(null);
        byte[] pdf = paper.typeset(facts, service, agency, texts.all(), approver, picture, List.of());
        StoredFile file = keep(pdf, "permit-draft-" + applicationNumber + ".pdf", agency.code());
        insert(application, facts, taken, texts, file);
    }

    private void insert(
            Application application,
            PermitPaper.Facts facts,
            PermitNumbers.Taken taken,
            Particulars.Set texts,
            StoredFile file) {
        Map<String, String> open = new LinkedHashMap<>(texts.open());
        open.put("search", String.join(" ", texts.open().values()));
        jdbc.sql(
                        """
                        insert into permit (number, agency, application_number, service_id, service_version, year, running,
                            holder_id, holder_name, issued_on, expires_on, token, signed_token, particulars, prepared_at,
                            unsealed_file)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)
                        """)
                .params(
                        facts.number(),
                        application.agency(),
                        application.number(),
                        application.serviceId(),
                        application.serviceVersion(),
                        taken.year(),
                        taken.running(),
                        application.applicantId(),
                        facts.holderName(),
                        facts.issuedOn(),
                        facts.expiresOn(),
                        facts.token(),
                        facts.signedToken(),
                        json.writeValueAsString(open),
                        Timestamp.from(clock.instant()),
                        file.id())
                .update();
    }

    /** Has the document sealed by the signing service. */
    @Transactional
    public void seal(String applicationNumber) {
        Permit permit = require(applicationNumber);
        if (permit.sealedFile() != null) {
            return;
        }
        byte[] unsealed = read(permit, toSeal(permit));
        DocumentSeal.Sealed sealed = outside.execute(status -> seal.seal(
                "permit/" + permit.number(), permit.agency(), unsealed, "ออกใบอนุญาต", SEAL_LOCATION));
        StoredFile file = keep(sealed.pdf(), "permit-" + applicationNumber + ".pdf", permit.agency());
        jdbc.sql("update permit set sealed_file = ?, sealed_sha256 = ?, sealed_at = ? where number = ? and sealed_file is null")
                .params(file.id(), file.sha256(), Timestamp.from(sealed.sealedAt()), permit.number())
                .update();
    }

    /** Issues the sealed permit: from now on the holder has it and the public sees it. */
    @Transactional
    public void issue(String applicationNumber) {
        applications.lock(applicationNumber);
        Permit permit = require(applicationNumber);
        if (permit.issuedAt() != null) {
            return;
        }
        String sha256 = permit.sealedSha256();
        if (sha256 == null) {
            throw new IllegalStateException("permit " + permit.number() + " is not sealed");
        }
        jdbc.sql("update permit set issued_at = ? where number = ?")
                .params(Timestamp.from(clock.instant()), permit.number())
                .update();
        applications.move(applicationNumber, ApplicationState.ISSUED);
        events.publishEvent(new Issued(
                applicationNumber,
                permit.agency(),
                Actor.SYSTEM,
                clock.instant(),
                permit.number(),
                permit.expiresOn(),
                sha256));
    }

    private Permit require(String applicationNumber) {
        Permit permit = find(applicationNumber);
        if (permit == null) {
            throw new IllegalStateException("no permit was prepared for " + applicationNumber);
        }
        return permit;
    }

    private @Nullable Permit find(String applicationNumber) {
        return jdbc.sql("select * from permit where application_number = ?")
                .param(applicationNumber)
                .query(rows)
                .optional()
                .orElse(null);
    }

    /** Never one that lacks the approver's signature though its service wants it. */
    private UUID toSeal(Permit permit) {
        if (permit.signedFile() != null) {
            return permit.signedFile();
        }
        ServiceDefinition service = services.version(permit.serviceId(), permit.serviceVersion());
        if (service.permit().officerSignature() == OfficerSignature.DIGITAL) {
            throw new IllegalStateException("permit " + permit.number() + " is not signed by its approver");
        }
        return permit.unsealedFile();
    }

    private byte[] read(Permit permit, UUID file) {
        try (InputStream in = files.open(file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the document of permit " + permit.number() + " can't be read", e);
        }
    }

    private StoredFile keep(byte[] pdf, String name, String agency) {
        return files.keep(new ByteArrayInputStream(pdf), name, "application/pdf", agency);
    }

    /** 128 random bits, fit for an address (RFC 4648 section 5). */
    private String token() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
