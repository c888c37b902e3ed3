package org.anuyat.backoffice.audit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.anuyat.signing.api.SigningRefusal;
import org.anuyat.signing.api.validation.DocumentValidation;
import org.anuyat.signing.api.validation.ValidationOrder;
import org.anuyat.signing.api.validation.ValidationReport;
import org.anuyat.workflow.approval.RefusalNotices;
import org.anuyat.workflow.files.Files;
import org.anuyat.workflow.files.StoredFile;
import org.anuyat.workflow.issuance.Permit;
import org.anuyat.workflow.issuance.Permits;
import org.anuyat.workflow.issuance.raising.Raising;
import org.anuyat.workflow.issuance.raising.SealState;
import org.anuyat.workflow.papers.Papers;
import org.anuyat.workflow.payment.FeeBill;
import org.anuyat.workflow.payment.Payments;
import org.anuyat.workflow.submission.acknowledgement.Acknowledgements;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The documents that the agency made in a case, each examined as anybody could examine it. */
@Component
class CaseDocuments {

    private final Acknowledgements acknowledgements;
    private final RefusalNotices refusals;
    private final Payments payments;
    private final Permits permits;
    private final Raising raising;
    private final Files files;
    private final Papers papers;
    private final DocumentValidation validation;

    CaseDocuments(
            Acknowledgements acknowledgements,
            RefusalNotices refusals,
            Payments payments,
            Permits permits,
            Raising raising,
            Files files,
            Papers papers,
            DocumentValidation validation) {
        this.acknowledgements = acknowledgements;
        this.refusals = refusals;
        this.payments = payments;
        this.permits = permits;
        this.raising = raising;
        this.files = files;
        this.papers = papers;
        this.validation = validation;
    }

    /** What kinds there are. A permit is never without the agency's seal; the others get theirs a moment after they were made. */
    enum Kind {
        ACKNOWLEDGEMENT,
        REFUSAL,
        RECEIPT,
        PERMIT
    }

    /**
     * A document.
     *
     * @param unchanged whether the file still has the digest with which it was stored
     * @param report null when the signing service had no time at present
     */
    record Examined(Kind kind, StoredFile file, boolean unchanged, @Nullable ValidationReport report) {}

    /** All documents of a case, examined now. */
    List<Examined> examine(String number) {
        List<Examined> examined = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            file(number, kind).ifPresent(file -> examined.add(examine(kind, file)));
        }
        return examined;
    }

    /** How far the seal of the case's permit has come, once that was looked at. */
    Optional<SealState> seal(String number) {
        return permits.ofApplication(number).flatMap(permit -> raising.state(permit.number()));
    }

    /** The file of a document, if the case has it. */
    Optional<StoredFile> file(String number, Kind kind) {
        return switch (kind) {
            case ACKNOWLEDGEMENT -> acknowledgements.find(number);
            case REFUSAL -> refusals.find(number).flatMap(notice -> files.find(notice.file()));
            case RECEIPT -> payments.of(number).map(FeeBill::receiptFile).map(papers::latest).flatMap(files::find);
            case PERMIT -> permits.ofApplication(number).map(Permit::sealedFile).flatMap(files::find);
        };
    }

    /** The content, to be closed by the caller. */
    InputStream open(UUID file) {
        return files.open(file);
    }

    private Examined examine(Kind kind, StoredFile file) {
        byte[] content;
        try (InputStream stored = files.open(file.id())) {
            content = stored.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            ValidationReport report = validation.validate(new ValidationOrder(content, false));
            return new Examined(kind, file, report.documentSha256().equals(file.sha256()), report);
        } catch (SigningRefusal busy) {
            return new Examined(kind, file, true, null);
        }
    }
}
