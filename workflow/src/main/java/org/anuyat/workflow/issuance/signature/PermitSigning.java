package org.anuyat.workflow.issuance.signature;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.util.UUID;
import org.anuyat.workflow.acts.Actor;
import org.anuyat.workflow.approval.authority.Authorisation;
import org.anuyat.workflow.catalogue.PermitKind;
import org.anuyat.workflow.catalogue.PermitKind.OfficerSignature;
import org.anuyat.workflow.catalogue.Services;
import org.anuyat.workflow.files.Files;
import org.anuyat.workflow.files.StoredFile;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Has the last approver's key sign a permit where its service wants that, between the document and the seal; a step that may be
 * repeated. It signs for nothing but a decision that the approver confirmed, and says in the signature for which.
 */
@Component
public class PermitSigning {

    /** With a digest of 64 digits behind it. */
    private static final String REASON = "อนุมัติตามคำสั่งที่ผู้อนุมัติยืนยัน SHA-256 ";

    private static final String LOCATION = "ประเทศไทย";

    private final JdbcClient jdbc;
    private final Approvers approvers;
    private final Services services;
    private final DigitalSignature signature;
    private final Files files;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate outside;

    PermitSigning(
            JdbcClient jdbc,
            Approvers approvers,
            Services services,
            DigitalSignature signature,
            Files files,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.approvers = approvers;
        this.services = services;
        this.signature = signature;
        this.files = files;
        this.events = events;
        this.outside = new TransactionTemplate(transactions);
        this.outside.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
    }

    /** A permit on its way. */
    private record Prepared(
            String number, String agency, String serviceId, int serviceVersion, UUID file, @Nullable UUID signed) {}

    /** Has the document signed, or finds that the service doesn't want it, or that it is done. */
    @Transactional
    public void sign(String applicationNumber) {
        Prepared permit = find(applicationNumber);
        if (permit.signed() != null || !wanted(permit)) {
            return;
        }
        Authorisation given = authorisation(applicationNumber);
        String officer = given.username();
        byte[] pdf = read(permit.file());
        DigitalSignature.Signed signed = outside.execute(status -> signature.sign(
                "permit/" + permit.number(),
                permit.agency(),
                officer,
                PermitKind.FIELD,
                pdf,
                REASON + given.sha256(),
                LOCATION));
        StoredFile file = files.keep(
                new ByteArrayInputStream(signed.pdf()),
                "permit-signed-" + applicationNumber + ".pdf",
                "application/pdf",
                permit.agency());
        int rows = jdbc.sql(
                        """
                        update permit set signed_file = ?, signed_by = ?, signed_at = ?
                        where number = ? and signed_file is null and sealed_file is null
                        """)
                .params(file.id(), signed.signer(), Timestamp.from(signed.signedAt()), permit.number())
                .update();
        if (rows == 1) {
            events.publishEvent(new Signed(
                    applicationNumber,
                    permit.agency(),
                    Actor.SYSTEM,
                    signed.signedAt(),
                    permit.number(),
                    officer,
                    signed.signer(),
                    given.sha256(),
                    file.sha256()));
        }
    }

    private boolean wanted(Prepared permit) {
        return services.version(permit.serviceId(), permit.serviceVersion()).permit().officerSignature()
                == OfficerSignature.DIGITAL;
    }

    private Authorisation authorisation(String applicationNumber) {
        Authorisation given = approvers.of(applicationNumber).authorisation();
        if (given == null || given.username() == null || !given.intact()) {
            throw new IllegalStateException("the approver of " + applicationNumber + " confirmed no decision to sign for");
        }
        return given;
    }

    private Prepared find(String applicationNumber) {
        return jdbc.sql("select * from permit where application_number = ?")
                .param(applicationNumber)
                .query((row, index) -> new Prepared(
                        row.getString("number"),
                        row.getString("agency"),
                        row.getString("service_id"),
                        row.getInt("service_version"),
                        row.getObject("unsealed_file", UUID.class),
                        row.getObject("signed_file", UUID.class)))
                .optional()
                .orElseThrow(() -> new IllegalStateException("no permit was prepared for " + applicationNumber));
    }

    private byte[] read(UUID file) {
        try (InputStream in = files.open(file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
