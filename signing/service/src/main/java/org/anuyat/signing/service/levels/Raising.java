package org.anuyat.signing.service.levels;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.MimeTypeEnum;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.spi.DSSUtils;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.anuyat.signing.api.SignatureLevel;
import org.anuyat.signing.api.validation.ValidationOrder;
import org.anuyat.signing.api.validation.ValidationReport;
import org.anuyat.signing.api.validation.Verdict;
import org.anuyat.signing.service.OnlyHere;
import org.anuyat.signing.service.SigningSettings;
import org.anuyat.signing.service.archive.Archiving;
import org.anuyat.signing.service.stamps.NoTimeStamp;
import org.anuyat.signing.service.stamps.StampInfo;
import org.anuyat.signing.service.stamps.StampSettings;
import org.anuyat.signing.service.stamps.TimeStamps;
import org.anuyat.signing.service.trust.RevocationSources;
import org.anuyat.signing.validation.Examination;
import org.springframework.stereotype.Component;

/** Makes and examines the next form of a document: a time stamp, then the revocation data under an archive time stamp. */
@Component
@OnlyHere
class Raising {

    private static final int MOST_CHANGES = 40;

    private final Archiving archiving;
    private final TimeStamps timeStamps;
    private final RevocationSources sources;
    private final Examination examination;
    private final StampSettings settings;
    private final Clock clock;

    Raising(
            Archiving archiving,
            TimeStamps timeStamps,
            RevocationSources sources,
            Examination examination,
            SigningSettings settings,
            Clock clock) {
        this.archiving = archiving;
        this.timeStamps = timeStamps;
        this.sources = sources;
        this.examination = examination;
        this.settings = settings.timeStamps();
        this.clock = clock;
    }

    /**
     * The next form of a document, with its time stamp, not examined yet.
     *
     * @throws NoTimeStamp when no authority stamps
     * @throws RuntimeException when revocation data are missing
     */
    byte[] raised(LevelRecord record, byte[] pdf) {
        SignatureLevel level = next(record);
        return (record.renewing() || level == SignatureLevel.PAdES_BASELINE_T
                        ? Optional.<byte[]>empty()
                        : archiving.archive(pdf, record.changedAt()))
                .orElseGet(() -> extend(pdf, level, record.changedAt()));
    }

    /**
     * The state of a document with its next form, when our own validation accepts that.
     *
     * @throws Refused when it isn't valid
     * @throws Undecided when that can't be told
     */
    LevelRecord examined(LevelRecord record, byte[] raised) {
        String sha256 = sha256(raised);
        try {
            requireValid(raised, sha256);
            SignatureLevel level = next(record);
            Instant now = clock.instant();
            boolean archived = level == SignatureLevel.PAdES_BASELINE_LTA;
            // after a time stamp the revocation data have to become younger than it
            Instant next = level == SignatureLevel.PAdES_BASELINE_T ? now.plus(settings.settle()) : now;
            return record.raised(level, sha256, now, next, archived ? StampInfo.lastOf(raised) : null);
        } catch (Refused | Undecided e) {
            throw e;
        } catch (RuntimeException e) {
            throw new Undecided(e);
        }
    }

    private static SignatureLevel next(LevelRecord record) {
        // revocation data and archive time stamp come together: data that nothing covers our own validation refuses
        return !record.renewing() && record.reached() == SignatureLevel.PAdES_BASELINE_B
                ? SignatureLevel.PAdES_BASELINE_T
                : SignatureLevel.PAdES_BASELINE_LTA;
    }

    /** The library's way, for whatever isn't as plain as most documents. */
    private byte[] extend(byte[] pdf, SignatureLevel level, Instant stamped) {
        PAdESSignatureParameters parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(eu.europa.esig.dss.enumerations.SignatureLevel.valueOf(level.name()));
        parameters.getArchiveTimestampParameters().setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.getArchiveTimestampParameters().setContentSize(timeStamps.largest());
        parameters.getSignatureTimestampParameters().setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.getSignatureTimestampParameters().setContentSize(timeStamps.largest());
        PAdESService service = new PAdESService(sources.raisingVerifier(stamped));
        service.setPdfObjFactory(new PdfBoxNativeObjectFactory());
        service.setTspSource(timeStamps);
        DSSDocument document = new InMemoryDocument(pdf, "document.pdf", MimeTypeEnum.PDF);
        return DSSUtils.toByteArray(service.extendDocument(document, parameters));
    }

    private void requireValid(byte[] pdf, String sha256) {
        ValidationReport report = examination.examine(new ValidationOrder(pdf, false), sha256, clock.instant());
        if (report.verdict() != Verdict.VALID) {
            List<String> changes = report.signatures().stream()
                    .flatMap(signature -> signature.changesAfter().stream())
                    .map(change -> change.kind() + " " + change.where())
                    .distinct()
                    .limit(MOST_CHANGES)
                    .toList();
            String problem = "What would come out isn't valid: %s %s".formatted(report.reasons(), changes);
            throw report.verdict() == Verdict.INDETERMINATE ? new Undecided(problem) : new Refused(problem);
        }
    }

    static String sha256(byte[] pdf) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(pdf));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
