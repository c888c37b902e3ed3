package org.anuyat.signing.service.tokens;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.anuyat.signing.service.OnlyHere;
import org.anuyat.signing.service.keys.AgencyKey;
import org.anuyat.signing.service.keys.KeyUse;
import org.anuyat.signing.service.keys.SealKeyring;
import org.anuyat.signing.service.trust.Revocations;
import org.anuyat.signing.service.trust.Revocations.Standing;
import org.springframework.stereotype.Component;

/**
 * Which of the agencies' own token certificates are known to be revoked. Answers are kept for a while, so that a scanned code
 * doesn't wait for an authority each time.
 */
@Component
@OnlyHere
class KnownRevocations {

    private static final Duration KEPT = Duration.ofMinutes(10);

    private final Revocations revocations;
    private final SealKeyring keys;
    private final Clock clock;
    private final Map<X509Certificate, Answer> answers = new ConcurrentHashMap<>();

    KnownRevocations(Revocations revocations, SealKeyring keys, Clock clock) {
        this.revocations = revocations;
        this.keys = keys;
        this.clock = clock;
    }

    private record Answer(boolean revoked, Instant at) {}

    /** Whether a certificate is revoked as far as its authority says; one that doesn't answer changes nothing. */
    boolean contain(X509Certificate certificate) {
        Instant now = clock.instant();
        return answers.compute(
                        certificate,
                        (key, known) -> known != null && now.isBefore(known.at().plus(KEPT))
                                ? known
                                : new Answer(ask(certificate), now))
                .revoked();
    }

    private boolean ask(X509Certificate certificate) {
        X509Certificate issuer = keys.all().stream()
                .filter(key -> key.use() == KeyUse.TOKEN)
                .map(AgencyKey::key)
                .filter(key -> key.certificate().equals(certificate) && key.chain().size() > 1)
                .map(key -> key.chain().get(1))
                .findFirst()
                .orElse(null);
        return issuer != null && revocations.of(certificate, issuer) == Standing.REVOKED;
    }
}
