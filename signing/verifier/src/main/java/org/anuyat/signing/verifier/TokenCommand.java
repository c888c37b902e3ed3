package org.anuyat.signing.verifier;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.anuyat.signing.api.token.TokenReport;
import org.anuyat.signing.api.token.TokenText;
import org.anuyat.signing.api.validation.Verdict;
import org.anuyat.signing.validation.token.TokenCheck;
import org.anuyat.signing.verifier.report.Checked;
import org.anuyat.signing.verifier.report.Outcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks the tokens of QR codes. */
@Command(
        name = "token",
        mixinStandardHelpOptions = true)
final class TokenCommand implements Callable<Integer> {

    @Mixin
    TrustOptions trust = new TrustOptions();

    @Mixin
    ReportOptions reports = new ReportOptions();

    @Option(
            names = "--certificates",
            required = true,
            paramLabel = "PATH",
            descriptionKey = "verifier.option.certificates")
    Path certificates = Path.of("");

    @Parameters(
            arity = "1..*",
            paramLabel = "TOKEN",
            descriptionKey = "verifier.parameter.tokens")
    List<String> tokens = List.of();

    @Override
    public Integer call() {
        trust.prepare();
        List<X509Certificate> known = TrustOptions.certificates(certificates);
        Collection<X509CRL> lists = lists(known);
        TokenCheck check = new TokenCheck(
                known, trust.anchors(), certificate -> lists.stream().anyMatch(list -> revokes(list, certificate)));
        List<Checked> all = tokens.stream()
                .map(text -> told(text, check.check(new TokenText(text))))
                .toList();
        // a token says nothing of revocation by itself
        List<Checked.Finding> hints = trust.revocation == null && Outcome.of(all) == Outcome.VALID
                ? List.of(new Checked.Finding("verifier.hint.token-revocation"))
                : List.of();
        return reports.tell("token", Clock.systemUTC().instant(), trust.described(), all, hints);
    }

    private static Checked told(String text, TokenReport report) {
        return new Checked(
                report.facts() == null
                        ? text.substring(0, Math.min(text.length(), 40))
                        : report.facts().number() + ", " + report.facts().holder(),
                outcome(report.verdict()),
                report.reason() == null ? List.of() : List.of(new Checked.Finding("signing.token." + report.reason())),
                report.certificate() == null ? "" : report.certificate().commonName(),
                report.facts() == null
                        ? null
                        : report.facts()
                                .issuedOn()
                                .atTime(LocalTime.MIDNIGHT)
                                .atZone(ZoneId.of("Asia/Bangkok"))
                                .toInstant(),
                report.demonstration(),
                report);
    }

    private static Outcome outcome(Verdict verdict) {
        return switch (verdict) {
            case VALID -> Outcome.VALID;
            case INVALID, NO_SIGNATURE -> Outcome.INVALID;
            case INDETERMINATE -> Outcome.UNKNOWN;
        };
    }

    /** The lists of the folder that an issuer among the certificates signed; the others say nothing. */
    private Collection<X509CRL> lists(List<X509Certificate> known) {
        List<X509Certificate> issuers = Stream.concat(known.stream(), trust.anchors().stream()).toList();
        return trust.lists().stream()
                .filter(list -> issuers.stream().anyMatch(issuer -> isBy(list, issuer)))
                .toList();
    }

    private static boolean isBy(X509CRL list, X509Certificate issuer) {
        try {
            list.verify(issuer.getPublicKey());
            return list.getIssuerX500Principal().equals(issuer.getSubjectX500Principal());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static boolean revokes(X509CRL list, X509Certificate certificate) {
        return list.getIssuerX500Principal().equals(certificate.getIssuerX500Principal()) && list.isRevoked(certificate);
    }
}
