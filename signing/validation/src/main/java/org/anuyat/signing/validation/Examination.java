package org.anuyat.signing.validation;

import eu.europa.esig.dss.enumerations.TokenExtractionStrategy;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.pades.validation.PDFDocumentValidator;
import eu.europa.esig.dss.spi.validation.CertificateVerifier;
import eu.europa.esig.dss.validation.reports.Reports;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.anuyat.signing.api.validation.Reason;
import org.anuyat.signing.api.validation.SignatureFinding;
import org.anuyat.signing.api.validation.ValidationOrder;
import org.anuyat.signing.api.validation.ValidationReport;
import org.anuyat.signing.api.validation.Verdict;
import org.anuyat.signing.validation.Findings.Judged;
import org.anuyat.signing.validation.certificates.DemonstrationLabel;
import org.anuyat.signing.validation.cms.CmsProvider;
import org.anuyat.signing.validation.revisions.Revisions;
import org.anuyat.signing.validation.revisions.TooComplex;
import org.jspecify.annotations.Nullable;

/** Examines one file in the caller's thread: first what the bytes say, then what the structure says, then the signatures. */
public final class Examination {

    static {
        CmsProvider.install();
    }

    private final StrictPolicy policy = new StrictPolicy();
    private final Supplier<CertificateVerifier> verifiers;
    private final Bounds bounds;

    /**
     * Takes what it needs.
     *
     * @param verifiers make a verifier for each examination, which knows whom to trust and what was revoked
     */
    public Examination(Supplier<CertificateVerifier> verifiers, Bounds bounds) {
        this.verifiers = verifiers;
        this.bounds = bounds;
    }

    /**
     * The report on a file at a time.
     *
     * @param sha256 of the file, 64 lower-case hexadecimal digits
     */
    public ValidationReport examine(ValidationOrder order, String sha256, Instant now) {
        byte[] bytes = order.document();
        // outside of what follows: whatever is wrong with lists and anchors isn't the file's fault
        CertificateVerifier verifier = verifiers.get();
        RawFile file = new RawFile(bytes);
        Set<Reason> reasons = EnumSet.noneOf(Reason.class);
        List<Judged> judged = List.of();
        PdfStructure structure = PdfStructure.NONE;
        Reports reports = null;
        try {
            requireWithinBounds(file, bytes);
            structure = PdfStructure.of(bytes, bounds);
            reports = validate(bytes, verifier, now);
            judged = new Findings(reports, file, structure, new Revisions(bytes)).all();
        } catch (Unexaminable e) {
            reasons.add(e.reason());
        } catch (TooComplex e) {
            // its signatures weren't judged, so nothing can be said of them
            return report(judged, EnumSet.of(Reason.TOO_COMPLEX), sha256, now, null);
        } catch (RuntimeException e) {
            // whatever the libraries stumble over is the file's fault
            reasons.add(Reason.DAMAGED);
        }
        reasons.addAll(reasonsOfTheWhole(file, structure, judged));
        return report(judged, reasons, sha256, now, order.withEtsiReport() ? reports : null);
    }

    private void requireWithinBounds(RawFile file, byte[] bytes) {
        if (!file.looksLikePdf()) {
            throw new Unexaminable(Reason.NOT_A_PDF);
        }
        if (file.revisions() > bounds.revisions() || file.signedRanges().size() > bounds.revisions()) {
            throw new Unexaminable(Reason.TOO_MANY_REVISIONS);
        }
        Expansion.check(bytes, bounds.expanded());
    }

    private Reports validate(byte[] bytes, CertificateVerifier verifier, Instant now) {
        PDFDocumentValidator validator = new PDFDocumentValidator(new InMemoryDocument(bytes));
        validator.setPdfObjFactory(RevisionsOnce.of(bytes.length));
        validator.setCertificateVerifier(verifier);
        validator.setTokenExtractionStrategy(TokenExtractionStrategy.EXTRACT_CERTIFICATES_ONLY);
        validator.setValidationTime(Date.from(now));
        validator.setLocale(Locale.ENGLISH);
        return validator.validateDocument(policy.get());
    }

    /** The rules that no signature by itself can break. */
    private static Set<Reason> reasonsOfTheWhole(RawFile file, PdfStructure structure, List<Judged> judged) {
        Set<Reason> reasons = EnumSet.noneOf(Reason.class);
        long coveredTo = judged.isEmpty() ? file.length() : judged.get(judged.size() - 1).signedTo();
        for (RawFile.SignedRange range : file.signedRanges()) {
            if (range.end() > file.length()) {
                reasons.add(Reason.CUT_OFF);
            } else if (judged.stream().noneMatch(found -> found.gapStart() == range.gapStart())) {
                boolean there = structure.fields().stream().anyMatch(field -> field.signedTo() == range.end());
                reasons.add(there ? Reason.SIGNATURE_BROKEN : Reason.SIGNATURE_REMOVED);
                coveredTo = there ? Math.max(coveredTo, range.end()) : coveredTo;
            }
        }
        long signatures = judged.stream()
                .filter(found -> found.finding().kind() == SignatureFinding.Kind.SIGNATURE)
                .count();
        if (file.endsInsideRevision() || !judged.isEmpty() && signatures < structure.announced()) {
            reasons.add(Reason.CUT_OFF);
        }
        if (coveredTo != file.length()) {
            reasons.add(Reason.NOT_COVERED_TO_THE_END);
        }
        return reasons;
    }

    private static ValidationReport report(
            List<Judged> judged, Set<Reason> reasons, String sha256, Instant now, @Nullable Reports reports) {
        List<SignatureFinding> findings = judged.stream().map(Judged::finding).toList();
        if (findings.isEmpty() && reasons.isEmpty()) {
            reasons.add(Reason.NO_SIGNATURE);
        }
        findings.forEach(finding -> reasons.addAll(finding.reasons()));
        Verdict verdict = findings.stream().map(SignatureFinding::verdict).reduce(Verdict.VALID, Verdict::worst);
        for (Reason reason : reasons) {
            verdict = verdict.worst(reason.verdict());
        }
        return new ValidationReport(
                verdict,
                new ArrayList<>(reasons),
                findings,
                sha256,
                now,
                judged.stream().flatMap(found -> found.chain().stream()).anyMatch(DemonstrationLabel::isOn),
                reports == null ? null : reports.getXmlValidationReport());
    }
}
