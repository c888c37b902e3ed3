package org.anuyat.signing.service.trust;

import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.x509.revocation.RevocationToken;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what authorities answered about certificates for a while, at most until their own next update. Failures aren't
 * remembered.
 *
 * @param <T> CRL or OCSP answers
 */
final class RememberedAnswers<T extends RevocationToken<?>> {

    private static final int MOST = 1000;

    private final Duration kept;
    private final Clock clock;
    private final Map<String, Answer<T>> answers =
            Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Answer<T>> eldest) {
                    return size() > MOST;
                }
            });

    RememberedAnswers(Duration kept, Clock clock) {
        this.kept = kept;
        this.clock = clock;
    }

    private record Answer<T>(T token, Instant until) {}

    /**
     * The answer about a certificate, remembered or asked for.
     *
     * @param after what is remembered must tell of a later instant; null = of any
     */
    @Nullable T about(CertificateToken certificate, @Nullable Instant after, Supplier<@Nullable T> asked) {
        Instant now = clock.instant();
        Answer<T> known = answers.get(certificate.getDSSIdAsString());
        if (known != null
                && now.isBefore(known.until())
                && (after == null || known.token().getThisUpdate().toInstant().isAfter(after))) {
            return known.token();
        }
        T token = asked.get();
        if (token != null) {
            Instant until = now.plus(kept);
            Date next = token.getNextUpdate();
            answers.put(
                    certificate.getDSSIdAsString(),
                    new Answer<>(token, next != null && next.toInstant().isBefore(until) ? next.toInstant() : until));
        }
        return token;
    }
}
