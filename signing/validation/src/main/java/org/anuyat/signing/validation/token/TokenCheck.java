package org.anuyat.signing.validation.token;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.anuyat.signing.api.token.TokenReason;
import org.anuyat.signing.api.token.TokenReport;
import org.anuyat.signing.api.token.TokenText;
import org.anuyat.signing.api.validation.Verdict;
import org.anuyat.signing.validation.certificates.CertificateInfos;
import org.anuyat.signing.validation.certificates.DemonstrationLabel;
import org.jspecify.annotations.Nullable;

/** Judges a token by the certificates that are at hand; asks nobody. */
public final class TokenCheck {

    private static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");

    private final Collection<X509Certificate> known;
    private final Collection<X509Certificate> anchors;
    private final Predicate<X509Certificate> revoked;

    /**
     * Takes what there is to go by.
     *
     * @param known certificates of token keys and of their issuers
     * @param anchors trusted roots
     * @param revoked tells whether a certificate is known to be revoked
     */
    public TokenCheck(
            Collection<X509Certificate> known,
            Collection<X509Certificate> anchors,
            Predicate<X509Certificate> revoked) {
        this.known = known;
        this.anchors = anchors;
        this.revoked = revoked;
    }

    /** The report on a token. */
    public TokenReport check(TokenText token) {
        Tokens.Read read;
        try {
            read = Tokens.read(token.text());
        } catch (MalformedToken e) {
            return report(TokenReason.NOT_A_TOKEN, null, null, List.of());
        }
        X509Certificate signer = read.signerAmong(known);
        if (signer == null) {
            return report(TokenReason.UNKNOWN_KEY, read, null, List.of());
        }
        List<X509Certificate> path = path(signer);
        return report(reason(read, signer, path), read, signer, path);
    }

    private @Nullable TokenReason reason(Tokens.Read read, X509Certificate signer, List<X509Certificate> path) {
        if (!read.isBy(signer)) {
            return TokenReason.SIGNATURE_BROKEN;
        }
        // noon of the day that the facts name: which hour it was they don't say
        Date issued = Date.from(read.facts()
                .issuedOn()
                .atTime(LocalTime.NOON)
                .atZone(BANGKOK)
                .toInstant());
        if (!isTrusted(path, new Date(Math.max(issued.getTime(), signer.getNotBefore().getTime())))) {
            return TokenReason.UNTRUSTED_SIGNER;
        }
        boolean begun = !signer.getNotBefore()
                .toInstant()
                .atZone(BANGKOK)
                .toLocalDate()
                .isAfter(read.facts().issuedOn());
        if (!begun || issued.after(signer.getNotAfter())) {
            return TokenReason.CERTIFICATE_NOT_VALID;
        }
        return revoked.test(signer) ? TokenReason.CERTIFICATE_REVOKED : null;
    }

    /** The signer's certificate and its issuers, without the trusted root. */
    private List<X509Certificate> path(X509Certificate signer) {
        List<X509Certificate> path = new ArrayList<>(List.of(signer));
        while (path.size() < 8) {
            X509Certificate last = path.get(path.size() - 1);
            X509Certificate issuer = known.stream()
                    .filter(one -> !path.contains(one) && !anchors.contains(one))
                    .filter(one -> one.getSubjectX500Principal().equals(last.getIssuerX500Principal()))
                    .findFirst()
                    .orElse(null);
            if (issuer == null) {
                return path;
            }
            path.add(issuer);
        }
        return path;
    }

    private boolean isTrusted(List<X509Certificate> path, Date at) {
        if (anchors.isEmpty()) {
            return false;
        }
        try {
            PKIXParameters parameters = new PKIXParameters(anchors.stream()
                    .map(root -> new TrustAnchor(root, null))
                    .collect(Collectors.toSet()));
            parameters.setRevocationEnabled(false);
            // the validity of the signer's own certificate is judged by itself, so that the reason is the right one
            parameters.setDate(at.after(path.get(0).getNotAfter()) ? path.get(0).getNotAfter() : at);
            CertPathValidator.getInstance("PKIX")
                    .validate(CertificateFactory.getInstance("X.509").generateCertPath(path), parameters);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static TokenReport report(
            @Nullable TokenReason reason,
            Tokens.@Nullable Read read,
            @Nullable X509Certificate signer,
            List<X509Certificate> path) {
        return new TokenReport(
                reason == null ? Verdict.VALID : reason.verdict(),
                reason,
                read == null ? null : read.facts(),
                signer == null ? null : CertificateInfos.of(signer),
                path.stream().anyMatch(DemonstrationLabel::isOn));
    }
}
