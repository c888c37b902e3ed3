package org.anuyat.signing.service.tokens;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.anuyat.signing.api.CertificateInfo;
import org.anuyat.signing.api.SigningProblem;
import org.anuyat.signing.api.SigningRefusal;
import org.anuyat.signing.api.token.PermitFacts;
import org.anuyat.signing.api.token.PermitTokens;
import org.anuyat.signing.api.token.TokenReason;
import org.anuyat.signing.api.token.TokenReport;
import org.anuyat.signing.api.token.TokenText;
import org.anuyat.signing.service.OnlyHere;
import org.anuyat.signing.service.keys.AgencyKey;
import org.anuyat.signing.service.keys.KeyUse;
import org.anuyat.signing.service.keys.SealKeyring;
import org.anuyat.signing.service.keys.SigningKey;
import org.anuyat.signing.service.trust.TrustAnchors;
import org.anuyat.signing.validation.certificates.CertificateInfos;
import org.anuyat.signing.validation.token.MalformedToken;
import org.anuyat.signing.validation.token.TokenCheck;
import org.anuyat.signing.validation.token.Tokens;
import org.springframework.stereotype.Component;

/** Makes and checks tokens in this process. */
@Component
@OnlyHere
class TokenService implements PermitTokens {

    private static final int LONGEST_TEXT = 100;
    private static final int LONGEST_HOLDER = 200;
    private static final int LONGEST_ID = 32;

    private final SealKeyring keys;
    private final TrustAnchors anchors;
    private final KnownRevocations revocations;
    private final Clock clock;

    TokenService(SealKeyring keys, TrustAnchors anchors, KnownRevocations revocations, Clock clock) {
        this.keys = keys;
        this.anchors = anchors;
        this.revocations = revocations;
        this.clock = clock;
    }

    @Override
    public TokenText issue(PermitFacts facts) {
        requireBounds(facts);
        SigningKey key = keys.of(facts.agency(), KeyUse.TOKEN);
        key.requireValid(clock.instant());
        return Tokens.issue(facts, key.certificate(), key::sign);
    }

    private static void requireBounds(PermitFacts facts) {
        requireLength(facts.number(), LONGEST_TEXT);
        requireLength(facts.kind(), LONGEST_TEXT);
        requireLength(facts.holder(), LONGEST_HOLDER);
        try {
            int length = Base64.getUrlDecoder().decode(facts.id()).length;
            if (length > 0 && length <= LONGEST_ID) {
                return;
            }
        } catch (IllegalArgumentException e) {
            // as if it were too long
        }
        throw new SigningRefusal(SigningProblem.BAD_ORDER, "The id must be base64url of 1 to 32 bytes");
    }

    private static void requireLength(String text, int most) {
        if (text.isBlank() || text.length() > most) {
            throw new SigningRefusal(SigningProblem.BAD_ORDER, "A text must have 1 to " + most + " characters");
        }
    }

    @Override
    public TokenReport check(TokenText token) {
        List<AgencyKey> history = history(token);
        Set<X509Certificate> known = new LinkedHashSet<>();
        history.forEach(key -> known.addAll(key.key().chain()));
        TokenReport report =
                new TokenCheck(known, anchors.certificates(), revocations::contain).check(token);
        if (report.reason() == TokenReason.UNKNOWN_KEY && report.facts() != null && isOfAnother(token)) {
            return new TokenReport(
                    TokenReason.OTHER_AGENCY.verdict(),
                    TokenReason.OTHER_AGENCY,
                    report.facts(),
                    report.certificate(),
                    report.demonstration());
        }
        return report;
    }

    /** The keys of the agency that the token itself names: no other's count for it. */
    private List<AgencyKey> history(TokenText token) {
        try {
            String agency = Tokens.read(token.text()).facts().agency();
            // only what is there already: a forged token shall not have the demonstration authority make keys
            return keys.all().stream()
                    .filter(key -> key.use() == KeyUse.TOKEN && key.agency().equals(agency))
                    .toList();
        } catch (MalformedToken e) {
            return List.of();
        }
    }

    private boolean isOfAnother(TokenText token) {
        try {
            return Tokens.read(token.text())
                            .signerAmong(keys.all().stream()
                                    .filter(key -> key.use() == KeyUse.TOKEN)
                                    .map(key -> key.key().certificate())
                                    .toList())
                    != null;
        } catch (MalformedToken e) {
            return false;
        }
    }

    @Override
    public List<CertificateInfo> certificates(String agency) {
        List<AgencyKey> history = keys.history(agency, KeyUse.TOKEN);
        if (history.isEmpty()) {
            throw new SigningRefusal(SigningProblem.UNKNOWN_AGENCY, "The agency has no key for tokens");
        }
        List<X509Certificate> certificates = new ArrayList<>();
        history.forEach(key -> key.key().chain().stream()
                .filter(certificate -> !certificates.contains(certificate))
                .forEach(certificates::add));
        return CertificateInfos.of(certificates);
    }
}
