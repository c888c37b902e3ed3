package org.anuyat.signing.service.sealing;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.anuyat.signing.service.OnlyHere;
import org.anuyat.signing.service.keys.SealKeyring;
import org.anuyat.signing.service.keys.SigningKey;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Is down when documents can't be kept or a seal's certificate has ended; tells how many days the certificates have left. */
@Component
@OnlyHere
class SealingHealthIndicator implements HealthIndicator {

    private final SealKeyring keys;
    private final SealedStore store;
    private final Clock clock;

    SealingHealthIndicator(SealKeyring keys, SealedStore store, Clock clock) {
        this.keys = keys;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up();
        try {
            store.probe();
        } catch (UncheckedIOException e) {
            health.down().withDetail("store", "can't be written");
        }
        Instant now = clock.instant();
        for (Map.Entry<String, SigningKey> seal : keys.all().entrySet()) {
            Instant end = seal.getValue().certificate().getNotAfter().toInstant();
            if (end.isBefore(now)) {
                health.down();
            }
            health.withDetail("daysLeft." + seal.getKey(), Duration.between(now, end).toDays());
        }
        return health.build();
    }
}
