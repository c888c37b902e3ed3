package org.anuyat.signing.validation;

import eu.europa.esig.dss.diagnostic.AbstractSignatureWrapper;
import eu.europa.esig.dss.diagnostic.CertificateWrapper;
import eu.europa.esig.dss.diagnostic.PDFRevisionWrapper;
import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.diagnostic.TimestampWrapper;
import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SubIndication;
import eu.europa.esig.dss.enumerations.TimestampType;
import eu.europa.esig.dss.validation.reports.Reports;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anuyat.signing.api.validation.Reason;
import org.anuyat.signing.api.validation.RevisionChange;
import org.anuyat.signing.api.validation.SignatureFinding;
import org.anuyat.signing.api.validation.SignatureFinding.Kind;
import org.anuyat.signing.api.validation.Verdict;
import org.anuyat.signing.validation.certificates.CertificateInfos;
import org.anuyat.signing.validation.revisions.Revisions;
import org.jspecify.annotations.Nullable;

/** Reads DSS's reports on the signatures and document time stamps of one file, and adds what our own rules say. */
final class Findings {

    private final Reports reports;
    private final RawFile file;
    private final Changes changes;

    Findings(Reports reports, RawFile file, PdfStructure structure, Revisions revisions) {
        this.reports = reports;
        this.file = file;
        this.changes = new Changes(
                structure,
                revisions,
                // a signature that is too broken to be examined is a signature, too
                Stream.concat(
                                wrappers().map(Findings::signedTo),
                                file.signedRanges().stream().map(RawFile.SignedRange::end))
                        .collect(Collectors.toSet()));
    }

    /** A finding with the certificates behind it and the end of the bytes that it covers. */
    record Judged(SignatureFinding finding, List<X509Certificate> chain, long gapStart, long signedTo) {}

    /** All of them in the order of the bytes that they cover. */
    List<Judged> all() {
        return wrappers().map(this::judge).sorted(Comparator.comparingLong(Judged::signedTo)).toList();
    }

    private Stream<AbstractSignatureWrapper> wrappers() {
        Stream<AbstractSignatureWrapper> stamps = reports.getDiagnosticData().getTimestampList().stream()
                .filter(stamp -> stamp.getType() == TimestampType.DOCUMENT_TIMESTAMP)
                .map(AbstractSignatureWrapper.class::cast);
        return Stream.concat(reports.getDiagnosticData().getSignatures().stream(), stamps);
    }

    private static long signedTo(AbstractSignatureWrapper wrapper) {
        List<BigInteger> range = wrapper.getSignatureByteRange();
        return range != null && range.size() == 4 ? range.get(2).add(range.get(3)).longValue() : 0;
    }

    private Judged judge(AbstractSignatureWrapper wrapper) {
        List<BigInteger> range = wrapper.getSignatureByteRange();
        boolean whole = range != null && range.size() == 4;
        long gapStart = whole ? range.get(1).longValue() : 0;
        long signedTo = signedTo(wrapper);
        List<RevisionChange> after = changes.after(wrapper, signedTo);
        Set<Reason> reasons = reasons(wrapper);
        reasons.addAll(Changes.reasons(after));
        Indication indication = reports.getSimpleReport().getIndication(wrapper.getId());
        boolean passed = indication == Indication.TOTAL_PASSED || indication == Indication.PASSED;
        if (!passed && reasons.isEmpty()) {
            reasons.add(hasEnded(wrapper) ? Reason.CERTIFICATE_EXPIRED : Reason.POLICY_NOT_MET);
        }
        List<X509Certificate> chain = chain(wrapper);
        SignatureFinding finding = new SignatureFinding(
                wrapper instanceof SignatureWrapper ? Kind.SIGNATURE : Kind.DOCUMENT_TIME_STAMP,
                chain.isEmpty() ? "" : CertificateInfos.commonName(chain.get(0).getSubjectX500Principal()),
                chain.isEmpty() ? "" : CertificateInfos.title(chain.get(0).getSubjectX500Principal()),
                chain.isEmpty() ? "" : CertificateInfos.organisation(chain.get(0).getSubjectX500Principal()),
                statedReason(wrapper),
                CertificateInfos.of(chain),
                claimedAt(wrapper),
                provenAt(wrapper),
                level(wrapper),
                file.revisionAt(signedTo),
                signedTo == file.length(),
                after,
                verdict(indication, reasons),
                new ArrayList<>(reasons));
        return new Judged(finding, chain, gapStart, signedTo);
    }

    private Set<Reason> reasons(AbstractSignatureWrapper wrapper) {
        Set<Reason> reasons = EnumSet.noneOf(Reason.class);
        if (wrapper.getDigestMatchers().stream().anyMatch(match -> match.isDataFound() && !match.isDataIntact())) {
            reasons.add(Reason.SIGNED_BYTES_CHANGED);
        } else if (!wrapper.isSignatureIntact() || !wrapper.isSignatureByteRangeValid()) {
            reasons.add(Reason.SIGNATURE_BROKEN);
        }
        if (!wrapper.isTrustedChain()) {
            reasons.add(
                    wrapper instanceof TimestampWrapper ? Reason.UNTRUSTED_TIME_STAMP : Reason.UNTRUSTED_SIGNER);
        }
        if (Responders.anyUnfit(wrapper)) {
            reasons.add(Reason.REVOCATION_UNKNOWN);
        }
        Reason reason = reason(reports.getSimpleReport().getSubIndication(wrapper.getId()), wrapper);
        if (reason != null) {
            reasons.add(reason);
        }
        return reasons;
    }

    /** Of an authority that has ended with its certificates there is no revocation data either, which DSS then says first. */
    private boolean hasEnded(AbstractSignatureWrapper wrapper) {
        return wrapper.getSigningCertificate() != null
                && wrapper.getSigningCertificate()
                        .getNotAfter()
                        .before(reports.getSimpleReport().getValidationTime());
    }

    /** The sub-indications of ETSI EN 319 102-1, table 5 and 6, that say something of their own. */
    private static @Nullable Reason reason(@Nullable SubIndication indication, AbstractSignatureWrapper wrapper) {
        if (indication == null) {
            return null;
        }
        return switch (indication) {
            case REVOKED, REVOKED_NO_POE, REVOKED_CA_NO_POE -> Reason.CERTIFICATE_REVOKED;
            case EXPIRED, NOT_YET_VALID, OUT_OF_BOUNDS_NO_POE, OUT_OF_BOUNDS_NOT_REVOKED ->
                Reason.CERTIFICATE_EXPIRED;
            case CRYPTO_CONSTRAINTS_FAILURE, CRYPTO_CONSTRAINTS_FAILURE_NO_POE -> Reason.WEAK_ALGORITHM;
            case TRY_LATER -> Reason.REVOCATION_UNKNOWN;
            case CERTIFICATE_CHAIN_GENERAL_FAILURE -> wrapper.isTrustedChain() && !revocationKnown(wrapper)
                    ? Reason.REVOCATION_UNKNOWN
                    : null;
            case SIG_CRYPTO_FAILURE -> Reason.SIGNATURE_BROKEN;
            case HASH_FAILURE -> Reason.SIGNED_BYTES_CHANGED;
            default -> null;
        };
    }

    private static boolean revocationKnown(AbstractSignatureWrapper wrapper) {
        return wrapper.getCertificateChain().stream()
                .allMatch(certificate -> certificate.isTrusted() || certificate.isRevocationDataAvailable());
    }

    private static Verdict verdict(@Nullable Indication indication, Set<Reason> reasons) {
        Verdict own = reasons.stream().map(Reason::verdict).reduce(Verdict.VALID, Verdict::worst);
        if (indication == Indication.TOTAL_FAILED || indication == Indication.FAILED) {
            return Verdict.INVALID;
        }
        return indication == Indication.TOTAL_PASSED || indication == Indication.PASSED
                ? own
                : own.worst(Verdict.INDETERMINATE);
    }

    private String level(AbstractSignatureWrapper wrapper) {
        return wrapper instanceof SignatureWrapper signature && signature.getSignatureFormat() != null
                ? signature.getSignatureFormat().toString()
                : "";
    }

    private static String statedReason(AbstractSignatureWrapper wrapper) {
        PDFRevisionWrapper revision = wrapper.getPDFRevision();
        String reason = revision == null ? null : revision.getReason();
        return reason == null ? "" : reason;
    }

    private static @Nullable Instant claimedAt(AbstractSignatureWrapper wrapper) {
        Date date = wrapper instanceof SignatureWrapper signature
                ? signature.getClaimedSigningTime()
                : ((TimestampWrapper) wrapper).getProductionTime();
        return date == null ? null : date.toInstant();
    }

    private @Nullable Instant provenAt(AbstractSignatureWrapper wrapper) {
        if (wrapper instanceof TimestampWrapper stamp) {
            return stamp.isTrustedChain() && stamp.isSignatureIntact()
                    ? stamp.getProductionTime().toInstant()
                    : null;
        }
        // without a stamp that convinces, DSS says the time of the validation
        Date best = reports.getSimpleReport().getBestSignatureTime(wrapper.getId());
        return ((SignatureWrapper) wrapper)
                .getTimestampList().stream()
                        .filter(stamp -> stamp.isTrustedChain() && stamp.isSignatureIntact())
                        .map(TimestampWrapper::getProductionTime)
                        .filter(time -> time.equals(best))
                        .findFirst()
                        .map(Date::toInstant)
                        .orElse(null);
    }

    private static List<X509Certificate> chain(AbstractSignatureWrapper wrapper) {
        return wrapper.getCertificateChain().stream().map(Findings::certificate).toList();
    }

    private static X509Certificate certificate(CertificateWrapper wrapper) {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(wrapper.getBinaries()));
        } catch (CertificateException e) {
            throw new Unexaminable(Reason.SIGNATURE_BROKEN, e);
        }
    }
}
