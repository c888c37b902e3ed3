package org.anuyat.signing.service.csc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.anuyat.signing.service.OnlyOverHttp;
import org.springframework.stereotype.Component;

/**
 * Who may have which hashes signed for the next minutes (signature activation data, SAD). Each SAD is good for one call and for
 * the very hashes that it was given for. After five wrong PINs in a row a credential is locked for a quarter of an hour.
 */
@Component
@OnlyOverHttp
class Activations {

    static final Duration GOOD_FOR = Duration.ofMinutes(5);
    private static final Duration LOCKED_FOR = Duration.ofMinutes(15);
    private static final int WRONG_PINS = 5;
    private static final int MOST = 10_000;
    private static final int BYTES = 32;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Grant> grants = new HashMap<>();
    private final Map<String, Failures> failures = new HashMap<>();

    Activations(Clock clock) {
        this.clock = clock;
    }

    private record Grant(String credential, Set<String> hashes, Instant until) {}

    private record Failures(int count, Instant last) {}

    /** Gives a SAD to who knows the PIN. */
    synchronized String authorize(String credential, List<String> hashes, String wanted, String presented) {
        Instant now = clock.instant();
        Failures before = failures.getOrDefault(credential, new Failures(0, now));
        if (before.count() >= WRONG_PINS && now.isBefore(before.last().plus(LOCKED_FOR))) {
            throw new CscProblem(400, "invalid_request", "The credential is locked after too many wrong PINs");
        }
        if (!MessageDigest.isEqual(
                wanted.getBytes(StandardCharsets.UTF_8), presented.getBytes(StandardCharsets.UTF_8))) {
            int count = before.count() >= WRONG_PINS ? 1 : before.count() + 1;
            failures.put(credential, new Failures(count, now));
            throw new CscProblem(400, "invalid_pin", "The PIN is wrong");
        }
        failures.remove(credential);
        grants.values().removeIf(grant -> !now.isBefore(grant.until()));
        if (grants.size() >= MOST) {
            throw new CscProblem(503, "server_error", "Too many signatures are authorised and not made yet");
        }
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String sad = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        grants.put(sad, new Grant(credential, new HashSet<>(hashes), now.plus(GOOD_FOR)));
        return sad;
    }

    /** Takes a SAD for hashes, once. */
    synchronized void use(String sad, String credential, List<String> hashes) {
        Grant grant = grants.get(sad);
        if (grant == null || !clock.instant().isBefore(grant.until()) || !grant.credential().equals(credential)) {
            throw new CscProblem(400, "invalid_request", "The SAD is unknown or has expired");
        }
        if (!grant.hashes().containsAll(hashes)) {
            throw new CscProblem(400, "invalid_request", "The hashes aren't those that were authorised");
        }
        grants.remove(sad);
    }
}
