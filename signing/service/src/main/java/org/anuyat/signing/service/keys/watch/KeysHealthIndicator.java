package org.anuyat.signing.service.keys.watch;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.anuyat.signing.service.OnlyHere;
import org.anuyat.signing.service.keys.AgencyKey;
import org.anuyat.signing.service.keys.KeyUse;
import org.anuyat.signing.service.keys.SealKeyring;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Is down when an agency that has keys has none on duty, or one that didn't sign when it was used last: a PKCS#11 library that lost
 * its token may need a new process to find it again, so whoever watches has to learn of it. Tells how many days the certificates have left.
 */
@Component
@OnlyHere
class KeysHealthIndicator implements HealthIndicator {

    private static final long SOON = 90;

    private final SealKeyring keyring;
    private final ExpiryWatch watch;
    private final Clock clock;

    KeysHealthIndicator(SealKeyring keyring, ExpiryWatch watch, Clock clock) {
        this.keyring = keyring;
        this.watch = watch;
        this.clock = clock;
    }

    @Override
    public Health health() {
        Instant now = clock.instant();
        Map<String, Boolean> served = new TreeMap<>();
        keyring.all().forEach(key -> served.merge(name(key), keyring.isOnDuty(key, now), Boolean::logicalOr));
        // without an officer's key there is still the agency's seal, and a restart would give nobody a key
        boolean down = keyring.all().stream()
                .anyMatch(key -> key.use() != KeyUse.OFFICER && !served.get(name(key)));
        Map<String, String> troubles = new TreeMap<>();
        keyring.all().stream()
                .filter(key -> key.use() != KeyUse.OFFICER && keyring.isOnDuty(key, now) && key.key().trouble() != null)
                .forEach(key -> troubles.put(name(key), "doesn't sign: " + key.key().trouble()));
        Health.Builder health = down || !troubles.isEmpty() ? Health.down() : Health.up();
        served.forEach((name, serving) -> {
            if (!serving) {
                health.withDetail(name, "no key on duty");
            }
        });
        troubles.forEach(health::withDetail);
        List<String> soon = watch.left().stream()
                .filter(left -> left.days() < SOON && !left.succeeded())
                .map(left -> name(left.key()) + ": " + left.days() + " days")
                .toList();
        return health.withDetail("expiring", soon)
                .withDetail("certificates", watch.left().size())
                .build();
    }

    private static String name(AgencyKey key) {
        return key.agency() + "/" + key.use();
    }
}
